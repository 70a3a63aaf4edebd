import { sql } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { mailboxWatches } from "@/db/schema/senders";
import { type ListedMessage, listByAge } from "../../microsoft/graph/reading/list-messages";
import { acquireMailToken } from "../../microsoft/tokens/acquire-mail-token";
import { findSent } from "./find-sent";
import { foreignItems } from "./foreign-items";
import { isResting } from "./is-resting";
import { noteFailure } from "./note-failure";
import { openIntake } from "./open-intake";
import { readAround } from "./read-around";
import { readOwn } from "./read-own";
import { isStuckPage, listSetAsides } from "./set-aside";

const daysBack = 3;
/** What came just now is for the next look to find. */
const settledMs = 300_000;
const longestMs = 20_000;

export type Reconciled = {
  /** Messages about a campaign that no look had found. */
  found: number;
  /** Where to go on from; null at the end. */
  next: string | null;
  failed?: string;
};

/**
 * Reads the last days of a whole mailbox anew, whatever the lists of changes told, and takes in what no look had; how many those are is
 * counted. Not under the mailbox's lease: each message is written once, whoever reads it.
 * @param from where the last call ended; null begins anew.
 */
export async function reconcileMailbox(
  scope: Scope,
  senderAccountId: string,
  now: Date,
  from: string | null,
  budgetMs = longestMs,
): Promise<Reconciled> {
  const own = await readOwn(scope, senderAccountId);
  if (!own || isResting(own, now)) return { found: 0, next: null };
  const mailbox = { token: () => acquireMailToken(scope, senderAccountId) };
  const ends = performance.now() + budgetMs;
  const isTimeUp = () => performance.now() > ends;
  const intake = openIntake(scope, own, mailbox, null, now, isTimeUp);
  for (const one of await listSetAsides(scope, senderAccountId))
    if (!isStuckPage(one.graphId)) intake.done.set(one.graphId, null);
  const begin = new Date(now.getTime() - daysBack * 24 * 3_600_000);
  let reached = begin;
  if (from !== null) {
    const [instant, ...done] = from.split(" ");
    reached = new Date(instant ?? begin);
    for (const graphId of done) intake.done.set(graphId, reached);
  }

  const read = async (where: "everywhere" | "junkemail", since: Date): Promise<boolean> => {
    const sentFolder = await findSent(senderAccountId, mailbox);
    const work = async (items: ListedMessage[]) => {
      const old = items.filter(({ receivedAt }) => receivedAt && now.getTime() - receivedAt.getTime() > settledMs);
      const foreign = await foreignItems({ scope, own, intake }, old, sentFolder);
      const upTo = (last: ListedMessage | undefined) => {
        reached = last?.receivedAt ?? reached;
      };
      const keep = async () => upTo(foreign.findLast((one) => intake.seen.has(one.graphId)));
      if (!(await intake.work(foreign, keep))) return false;
      upTo(items.at(-1));
      return true;
    };
    const list = (range: { skip: number; top: number }) => listByAge(mailbox, where, since, range);
    return (await readAround({ scope, own, now }, { list, mayPass: true, isTimeUp }, work)).isEnd;
  };
  const told = async (isEnd: boolean, failed: string | null = null): Promise<Reconciled> => {
    const found = intake.counts.written;
    await keepCount(scope, senderAccountId, { found, isFirst: from === null, at: isEnd && failed === null ? now : null });
    // Several may have come in the same second.
    const here = [...intake.done].flatMap(([graphId, at]) => (at?.getTime() === reached.getTime() ? [graphId] : []));
    return { found, next: isEnd ? null : [reached.toISOString(), ...here].join(" "), ...(failed === null ? {} : { failed }) };
  };
  try {
    // Graph does not say that a list over the whole mailbox tells of Junk.
    if (from === null) await read("junkemail", begin);
    if (from === null) reached = begin;
    return await told(await read("everywhere", reached));
  } catch (error) {
    return told(true, await noteFailure(scope, senderAccountId, { error }, now));
  }
}

function keepCount(
  scope: Scope,
  senderAccountId: string,
  told: { found: number; isFirst: boolean; at: Date | null },
): Promise<unknown> {
  const reconciled = told.at ? { reconciledAt: told.at } : {};
  const differences = told.isFirst ? told.found : sql`${mailboxWatches.differences} + ${told.found}`;
  return withTeam(scope, (tx) =>
    tx
      .insert(mailboxWatches)
      .values({ senderAccountId, differences: told.found, ...reconciled })
      .onConflictDoUpdate({ target: mailboxWatches.senderAccountId, set: { differences, ...reconciled } }),
  );
}
