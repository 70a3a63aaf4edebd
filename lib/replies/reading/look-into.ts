import type { Scope } from "@/db/access/with-team";
import { type ReadFolder, readFolders } from "@/db/schema/words";
import { clearTrouble } from "../../microsoft/clear-trouble";
import type { Mailbox } from "../../microsoft/graph/clients";
import { keepWatch } from "./keep-watch";
import { type Looking, StuckPageError } from "./looking";
import { noteFailure } from "./note-failure";
import { type Intake, openIntake } from "./open-intake";
import { keepEnds, type Place, readPlaces } from "./place";
import { askChanges, readChanges } from "./read-changes";
import { askEverywhere, readDone, readEverywhere } from "./read-everywhere";
import type { OwnMailbox } from "./read-own";
import { isHolding, isStuckPage, listSetAsides } from "./set-aside";

export type Look = {
  read: number;
  written: number;
  /** The end of every folder was reached, and nothing is left that may be an answer. */
  isWhole: boolean;
  /** Time was up before the end. */
  unfinished?: true;
  /** Microsoft's word for why it could not be read; null where that is noted elsewhere. */
  failed?: string | null;
  /** Nothing more can be asked of the mailbox now. */
  isClosed?: true;
};

/**
 * One look into a mailbox: the changes of the inbox and of Junk, and what came into any other folder. The lists are asked for at once,
 * since what leaves on the strength of this look must leave soon, and worked on one after another. The caller holds the mailbox's lease
 * for reading.
 * @param now when the look began, by the database's clock.
 */
export async function lookInto(scope: Scope, own: OwnMailbox, mailbox: Mailbox, now: Date, budgetMs: number): Promise<Look> {
  const id = own.senderAccountId;
  const ends = performance.now() + budgetMs;
  const isTimeUp = () => performance.now() > ends;
  const [places, waiting] = await Promise.all([readPlaces(scope, id), listSetAsides(scope, id)]);
  const asking = { scope, own, mailbox, waiting, now, isTimeUp };
  const inbox = askChanges(asking, "inbox", places.inbox);
  const junk = askChanges(asking, "junkemail", places.junkemail);
  const everywhere = askEverywhere(asking, places.everywhere);
  const intake = openIntake(scope, own, mailbox, failingSince(places), now, isTimeUp);
  for (const [graphId, receivedAt] of doneBefore(places)) intake.done.set(graphId, receivedAt);
  for (const one of waiting) if (!isStuckPage(one.graphId)) intake.done.set(one.graphId, null);
  const look: Looking = { ...asking, intake };

  const reached: ReadFolder[] = [];
  const failures: { folder: ReadFolder; error: unknown }[] = [];
  const read = async (folder: ReadFolder, work: () => Promise<boolean>) => {
    if (failures.some(({ error }) => !(error instanceof StuckPageError))) return;
    try {
      if (await work()) reached.push(folder);
    } catch (error) {
      // A page that fails says nothing of the other folders.
      failures.push({ folder, error });
    }
  };
  await read("inbox", async () => {
    for (const one of waiting)
      if (!isStuckPage(one.graphId) && one.nextTryAt && one.nextTryAt <= now && !isTimeUp()) await intake.retry(one);
    return readChanges(look, "inbox", places.inbox, inbox);
  });
  await read("junkemail", () => readChanges(look, "junkemail", places.junkemail, junk));
  await read("everywhere", () => readEverywhere(look, places.everywhere, everywhere));

  const isHeld = (await listSetAsides(scope, id)).some((one) => isHolding(one, now));
  if (reached.length > 0) await keepEnds(scope, id, reached, isHeld ? null : now);
  const isEnd = reached.length === readFolders.length;
  await keepWatch(scope, id, { ...(isEnd && !isHeld ? { lookBeganAt: now } : {}), ...lagOf(intake, now) });
  if (isEnd && (own.trouble === "unreadable" || own.trouble === "no_licence")) await clearTrouble(scope, id, now, own.trouble);

  const [failure] = failures;
  const told = { ...intake.counts, isWhole: isEnd && !isHeld };
  if (!failure) return { ...told, ...(isEnd ? {} : { unfinished: true }) };
  const failed = await noteFailure(scope, id, failure, now);
  return { ...told, failed, ...(failure.error instanceof StuckPageError ? {} : { isClosed: true }) };
}

function failingSince(places: Record<ReadFolder, Place>): Date | null {
  const since = readFolders.flatMap((folder) => places[folder].failingSince?.getTime() ?? []);
  return since.length > 0 ? new Date(Math.min(...since)) : null;
}

function doneBefore({ inbox, junkemail, everywhere }: Record<ReadFolder, Place>): [string, Date | null][] {
  return [...[...inbox.done, ...junkemail.done].map((id): [string, null] => [id, null]), ...readDone(everywhere)];
}

function lagOf(intake: Intake, now: Date): { lagMs?: number } {
  const newest = intake.newest();
  if (!newest) return {};
  return { lagMs: Math.min(Math.max(0, Math.round(now.getTime() + newest.afterMs - newest.receivedAt.getTime())), 2 ** 31 - 1) };
}
