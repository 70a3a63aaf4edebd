import { and, eq, sql } from "drizzle-orm";
import { withSystem } from "@/db/access/with-system";
import type { Scope } from "@/db/access/with-team";
import { senderAccounts } from "@/db/schema/senders";
import type { Mailbox } from "../microsoft/graph/clients";
import { leaseMailbox } from "../microsoft/lease-mailbox";
import { judgeArrivals } from "../microsoft/subscriptions/judge-arrivals";
import { acquireMailToken } from "../microsoft/tokens/acquire-mail-token";
import { settleMailbox } from "../sending/sweep/settle-mailbox";
import { noteFailure } from "./reading/note-failure";
import { readChanges, StuckPageError } from "./reading/read-changes";
import { type OwnMailbox, readOwn } from "./reading/read-own";

/** Every mailbox of every team that can be read. */
export function listMailboxesToPoll(): Promise<{ teamId: string; senderAccountId: string }[]> {
  return withSystem("list mailboxes to poll", (tx) =>
    tx
      .select({ teamId: senderAccounts.teamId, senderAccountId: senderAccounts.id })
      .from(senderAccounts)
      .where(and(eq(senderAccounts.status, "connected"), sql`${senderAccounts.tid} is not null`)),
  );
}

/** `unfinished`: time was up before the end of the list. `failed`: Microsoft's word for why it could not be read. */
export type Polled = { read: number; written: number; unfinished?: true; failed?: string };

/** Two readers of one change list lose messages; it is renewed while one reads. */
const lease = { purpose: "read", seconds: 30, patienceMs: 0 } as const;
const longestMs = 20_000;

/**
 * One look into a mailbox: reads what is new for a while, then settles sent copies and doubts. A signed-out mailbox or a busy Microsoft
 * changes nothing; the next look goes on from the same place.
 */
export async function pollMailbox(scope: Scope, senderAccountId: string, now: Date, budgetMs = longestMs): Promise<Polled> {
  const own = await readOwn(scope, senderAccountId);
  if (!own || isResting(own, now)) return { read: 0, written: 0 };
  const mailbox: Mailbox = { token: () => acquireMailToken(scope, senderAccountId) };
  const held = await leaseMailbox(scope, senderAccountId, lease, () => look(scope, own, mailbox, now, budgetMs));
  return held?.result ?? { read: 0, written: 0 };
}

async function look(scope: Scope, own: OwnMailbox, mailbox: Mailbox, now: Date, budgetMs: number): Promise<Polled> {
  const id = own.senderAccountId;
  const ends = performance.now() + budgetMs;
  const polled: Polled = { read: 0, written: 0 };
  try {
    const { unfinished, ...counts } = await readChanges(scope, own, mailbox, now, () => performance.now() > ends);
    Object.assign(polled, counts, unfinished ? { unfinished } : {});
    await judgeArrivals(scope, id, now);
  } catch (error) {
    const failed = await noteFailure(scope, id, error, now);
    if (failed !== null) polled.failed = failed;
    // One broken page says nothing of the mails that are looked for by their ids.
    if (!(error instanceof StuckPageError)) return polled;
  }
  try {
    await settleMailbox(scope, id, mailbox, now);
  } catch (error) {
    const failed = await noteFailure(scope, id, error, now);
    if (failed !== null) polled.failed = failed;
  }
  return polled;
}

/** Nobody takes a mailbox without a licence for one that comes back within the minute. */
function isResting({ trouble, troubleUntil }: OwnMailbox, now: Date): boolean {
  return trouble === "no_licence" && troubleUntil !== null && troubleUntil > now;
}
