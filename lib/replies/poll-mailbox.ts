import { and, eq, sql } from "drizzle-orm";
import { withSystem } from "@/db/access/with-system";
import type { Scope } from "@/db/access/with-team";
import { senderAccounts } from "@/db/schema/senders";
import type { Mailbox } from "../microsoft/graph/clients";
import { leaseMailbox } from "../microsoft/lease-mailbox";
import { judgeArrivals } from "../microsoft/subscriptions/judge-arrivals";
import { acquireMailToken } from "../microsoft/tokens/acquire-mail-token";
import { settleMailbox } from "../sending/sweep/settle-mailbox";
import { isResting } from "./reading/is-resting";
import { lookInto } from "./reading/look-into";
import { noteFailure } from "./reading/note-failure";
import { readOwn } from "./reading/read-own";

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

/** Two readers of one change list lose messages; it is renewed while one reads. A look before a follow-up is soon over. */
const lease = { purpose: "read", seconds: 30, patienceMs: 5000 } as const;
const longestMs = 20_000;

/**
 * One look into a mailbox: reads what is new for a while, then settles sent copies and doubts. A signed-out mailbox or a busy Microsoft
 * changes nothing; the next look goes on from the same place. Who waits for the look does not wait for the settling.
 */
export async function pollMailbox(scope: Scope, senderAccountId: string, now: Date, budgetMs = longestMs): Promise<Polled> {
  const own = await readOwn(scope, senderAccountId);
  if (!own || isResting(own, now)) return { read: 0, written: 0 };
  const mailbox: Mailbox = { token: () => acquireMailToken(scope, senderAccountId) };
  const held = await leaseMailbox(scope, senderAccountId, lease, () => lookInto(scope, own, mailbox, now, budgetMs));
  if (!held) return { read: 0, written: 0 };
  const { read, written, unfinished, failed, isClosed } = held.result;
  const polled: Polled = { read, written, ...(unfinished ? { unfinished } : {}), ...(failed ? { failed } : {}) };
  // One broken page says nothing of the mails that are looked for by their ids.
  if (isClosed) return polled;
  try {
    await judgeArrivals(scope, senderAccountId, now);
    await settleMailbox(scope, senderAccountId, mailbox, now);
  } catch (error) {
    const why = await noteFailure(scope, senderAccountId, { error }, now);
    if (why !== null) polled.failed = why;
  }
  return polled;
}
