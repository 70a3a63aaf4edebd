import { type ChangedFolder, listByAge, NoFolderError, SyncStateLostError } from "../../microsoft/graph/reading/list-messages";
import { pageFault } from "../../microsoft/graph/reading/reading-faults";
import { noteArrival } from "../../microsoft/subscriptions/judge-arrivals";
import { beginOf } from "./begin-of";
import { type Looking, overlapMs, pagePauses, StuckPageError, settled } from "./looking";
import { keepPlace, type Place } from "./place";
import { readAround } from "./read-around";
import { type From, readPage } from "./read-page";
import { setAside, stuckIn, takeBack } from "./set-aside";

/** Where reading of a folder goes on from, and the first page of it; null where it is known to fail and not tried yet. */
export function askChanges({ own, mailbox, waiting, now }: Omit<Looking, "intake">, folder: ChangedFolder, place: Place) {
  const stuck = waiting.find((one) => one.graphId === stuckIn(folder));
  const isWaited = stuck?.nextTryAt && stuck.nextTryAt > now;
  const from: From = place.link ? { link: place.link } : { since: beginOf(place, own, now) };
  return { from, page: isWaited ? null : settled(readPage(mailbox, folder, from, place.pageSize)) };
}

/**
 * Reads what is new in a folder and writes what concerns a campaign, page by page: the place in the list is kept only after the page was
 * worked on, so a crash reads it again, and what was written stays once.
 * @returns whether the end was reached.
 * @throws StuckPageError while a page fails; else what Graph answers for the mailbox as a whole.
 */
export async function readChanges(
  look: Looking,
  folder: ChangedFolder,
  place: Place,
  asked: ReturnType<typeof askChanges>,
): Promise<boolean> {
  const { scope, own, mailbox, intake, now } = look;
  const id = own.senderAccountId;
  const of = { senderAccountId: id, folder };
  const stuckPage = stuckIn(folder);
  const stuck = look.waiting.find((one) => one.graphId === stuckPage);
  if (!asked.page) throw new StuckPageError(stuck?.code ?? "");
  const keepDone = (items: { graphId: string }[]) => () => {
    const done = items.map((one) => one.graphId).filter((one) => intake.done.has(one));
    return keepPlace(scope, of, place.link, { link: place.link, done, pageSize: place.pageSize });
  };

  let { from } = asked;
  let page = await asked.page;
  for (let wentAround = false; ; page = await settled(readPage(mailbox, folder, from, place.pageSize))) {
    if ("error" in page) {
      if (page.error instanceof NoFolderError) {
        await keepPlace(scope, of, place.link, { link: null });
        return true;
      }
      if (page.error instanceof SyncStateLostError && "link" in from) {
        from = { since: beginOf(place, own, now) };
        continue;
      }
      const fault = pageFault(page.error);
      if (!fault || wentAround) throw page.error;
      const isGivenUp = await setAside(scope, id, stuckPage, { code: fault.code, pauses: pagePauses }, now);
      if (!isGivenUp) throw new StuckPageError(fault.code);
      wentAround = true;
      const since = beginOf(place, own, now);
      const list = (range: { skip: number; top: number }) => listByAge(mailbox, folder, since, range);
      const { isEnd } = await readAround(look, { list, mayPass: true }, (items) => intake.work(items, keepDone(items)));
      if (!isEnd) return false;
      from = { since: new Date(now.getTime() - overlapMs) };
      continue;
    }
    // One at a time is for the passage of a broken item only.
    place.pageSize = Math.max(page.size, 10);
    if (!(await intake.work(page.items, keepDone(page.items)))) return false;
    for (const { graphId, receivedAt, isDraft } of page.items)
      if (!isDraft) noteArrival(id, { graphId, folder, receivedAt }, now);
    const { link, isLast } = page.next;
    const lastMessageAt = newestOf(place.lastMessageAt, page.items);
    const kept = await keepPlace(scope, of, place.link, { link, done: [], pageSize: place.pageSize, lastMessageAt });
    if (!kept) return false;
    Object.assign(place, { link, lastMessageAt });
    if (stuck || wentAround) await takeBack(scope, id, stuckPage);
    if (isLast) return true;
    if (look.isTimeUp()) return false;
    from = { link };
  }
}

const newestOf = (known: Date | null, items: { receivedAt: Date | null }[]): Date | null =>
  items.reduce<Date | null>(
    (newest, { receivedAt }) => (receivedAt && (!newest || receivedAt > newest) ? receivedAt : newest),
    known,
  );
