import { type ListedMessage, listByAge } from "../../microsoft/graph/reading/list-messages";
import { beginOf } from "./begin-of";
import { findSent } from "./find-sent";
import { foreignItems } from "./foreign-items";
import { type Looking, overlapMs, pagePauses, StuckPageError, settled } from "./looking";
import { keepPlace, type Place } from "./place";
import { readAround } from "./read-around";
import { setAside, stuckIn, takeBack } from "./set-aside";

/** Our own mails stand in the list too, thirty a minute at most: a look is to need one request. */
const largest = 200;
const folder = "everywhere";
const stuckPage = stuckIn(folder);

/** The first stretch of what came into any folder, from a while before the newest that is known; null where it is known to fail. */
export function askEverywhere({ own, mailbox, waiting, now }: Omit<Looking, "intake">, place: Place) {
  const stuck = waiting.find((one) => one.graphId === stuckPage);
  const isWaited = stuck?.nextTryAt && stuck.givenUpAt === null && stuck.nextTryAt > now;
  const since = place.link ? new Date(place.link) : beginOf(place, own, now);
  if (isWaited) return { since, first: null, sent: null };
  return {
    since,
    first: settled(listByAge(mailbox, folder, since, { skip: 0, top: largest })),
    sent: settled(findSent(own.senderAccountId, mailbox)),
  };
}

/**
 * Reads what came into any other folder: by a rule, by hand, from a phone, deleted even. There is no list of changes over a whole mailbox,
 * so it is looked through by age, each time from a while before the newest message that was listed, by Exchange's clock alone. Left out
 * are drafts, what we sent ourselves, and what is known.
 * @returns whether the end was reached.
 * @throws as readChanges.
 */
export async function readEverywhere(look: Looking, place: Place, asked: ReturnType<typeof askEverywhere>): Promise<boolean> {
  const { scope, own, mailbox, intake, now } = look;
  const { since, first, sent } = asked;
  const stuck = look.waiting.find((one) => one.graphId === stuckPage);
  let from = since;
  const keep = async (): Promise<boolean> => {
    const link = from.toISOString();
    const kept = await keepPlace(scope, { senderAccountId: own.senderAccountId, folder }, place.link, {
      link,
      done: doneAfter(from, intake.done),
    });
    if (kept) place.link = link;
    return kept;
  };
  if (!first) {
    await keep();
    throw new StuckPageError(stuck?.code ?? "");
  }
  const sentFolder = await sent;
  if (sentFolder && typeof sentFolder === "object") throw sentFolder.error;
  const work = async (items: ListedMessage[]) => {
    if (!(await intake.work(await foreignItems(look, items, sentFolder), keep))) return false;
    for (const { graphId, receivedAt } of items)
      if (intake.done.get(graphId) === null || (intake.seen.has(graphId) && isSettled(receivedAt, now)))
        intake.done.set(graphId, receivedAt);
    from = laterOf(from, items.at(-1)?.receivedAt ?? null, now);
    return true;
  };
  const list = async (range: { skip: number; top: number }) => {
    if (range.skip > 0 || range.top < largest) return listByAge(mailbox, folder, since, range);
    const answer = await first;
    if ("error" in answer) throw answer.error;
    return answer;
  };
  try {
    const around = { list, largest, mayPass: Boolean(stuck?.givenUpAt), isTimeUp: look.isTimeUp };
    const { isEnd, passed } = await readAround(look, around, work);
    if (!(await keep()) || !isEnd) return false;
    // As long as a broken one stands in the list it is passed by, and not tried anew at each look.
    if (stuck && passed === 0) await takeBack(scope, own.senderAccountId, stuckPage);
    return true;
  } catch (error) {
    if (error instanceof StuckPageError) {
      await keep();
      await setAside(scope, own.senderAccountId, stuckPage, { code: error.code, pauses: pagePauses }, now);
    }
    throw error;
  }
}

/** Exchange has found the conversation of what came a minute ago, if there is one. */
const isSettled = (receivedAt: Date | null, now: Date) => receivedAt !== null && now.getTime() - receivedAt.getTime() > 60_000;

/** Never beyond now: an item that was brought in from elsewhere may bear any date. */
function laterOf(from: Date, newest: Date | null, now: Date): Date {
  const reached = Math.min(newest?.getTime() ?? 0, now.getTime()) - overlapMs;
  return reached > from.getTime() ? new Date(reached) : from;
}

/** Messages that the next look will list again and need not read: their seconds and their ids. */
const doneAfter = (from: Date, done: Map<string, Date | null>) =>
  [...done].flatMap(([id, at]) => (at && at.getTime() >= from.getTime() - 1000 ? [`${at.getTime()}:${id}`] : []));

export function readDone(place: Place): [string, Date][] {
  return place.done.map((entry) => {
    const colon = entry.indexOf(":");
    return [entry.slice(colon + 1), new Date(Number(entry.slice(0, colon)))];
  });
}
