import { and, eq, sql } from "drizzle-orm";
import { withSystem } from "@/db/access/with-system";
import { type Scope, withTeam } from "@/db/access/with-team";
import { mailboxSyncs, senderAccounts } from "@/db/schema/senders";
import { log } from "../log/log";
import type { Mailbox } from "../microsoft/graph/clients";
import { answerOf } from "../microsoft/graph/graph-answer";
import { readInbox, SyncStateLostError } from "../microsoft/graph/read-inbox";
import { readMessage } from "../microsoft/graph/read-message";
import { leaseMailbox } from "../microsoft/lease-mailbox";
import { recheckMailbox } from "../microsoft/recheck-mailbox";
import { acquireMailToken } from "../microsoft/tokens/acquire-mail-token";
import { MailboxSignedOutError, TokenUnavailableError } from "../microsoft/tokens/errors";
import { settleMailbox } from "../sending/sweep/settle-mailbox";
import { readFinding } from "./read-finding";
import { recordMessage } from "./record-message";

/** Every mailbox of every team that can be read. */
export function listMailboxesToPoll(): Promise<{ teamId: string; senderAccountId: string }[]> {
  return withSystem("list mailboxes to poll", (tx) =>
    tx
      .select({ teamId: senderAccounts.teamId, senderAccountId: senderAccounts.id })
      .from(senderAccounts)
      .where(and(eq(senderAccounts.status, "connected"), sql`${senderAccounts.tid} is not null`)),
  );
}

export type Polled = { read: number; written: number };

/** Two readers of one change list lose messages; a page of fifty takes seconds. */
const lease = { purpose: "read", seconds: 30, patienceMs: 0 } as const;
/** Where reading begins for a new mailbox, and how far it goes back where Microsoft lost our place. */
const beginHoursBack = 1;

/**
 * Reads what is new in a mailbox and writes what concerns a campaign, page by page: the place in the list is kept only after the
 * page was worked on, so a crash reads it again, and what was written stays once. Then settles sent copies and doubts.
 * A signed-out mailbox or a busy Microsoft changes nothing; the next poll goes on from the same place.
 */
export async function pollMailbox(scope: Scope, senderAccountId: string, now: Date): Promise<Polled> {
  const nothing = { read: 0, written: 0 };
  const [own] = await withTeam(scope, (tx) =>
    tx
      .select({ senderAccountId: senderAccounts.id, email: senderAccounts.email, connectedAt: senderAccounts.connectedAt })
      .from(senderAccounts)
      .where(and(eq(senderAccounts.id, senderAccountId), eq(senderAccounts.status, "connected"))),
  );
  if (!own) return nothing;
  const mailbox: Mailbox = { token: () => acquireMailToken(scope, senderAccountId) };
  try {
    const held = await leaseMailbox(scope, senderAccountId, lease, async () => {
      const polled = await readAll(scope, own, mailbox, now);
      await settleMailbox(scope, senderAccountId, mailbox, now);
      return polled;
    });
    return held?.result ?? nothing;
  } catch (error) {
    if (answerOf(error).verdict === "signed out") await recheck(scope, senderAccountId, now);
    else if (!(error instanceof TokenUnavailableError)) throw error;
    return nothing;
  }
}

/** A mailbox that Microsoft closed is marked at the next look into it, not when its token ends. */
async function recheck(scope: Scope, senderAccountId: string, now: Date) {
  try {
    await recheckMailbox(scope, senderAccountId, now);
  } catch (error) {
    if (!(error instanceof MailboxSignedOutError || error instanceof TokenUnavailableError)) throw error;
  }
}

async function readAll(
  scope: Scope,
  own: { senderAccountId: string; email: string; connectedAt: Date | null },
  mailbox: Mailbox,
  now: Date,
): Promise<Polled> {
  const [sync] = await withTeam(scope, (tx) =>
    tx.select().from(mailboxSyncs).where(eq(mailboxSyncs.senderAccountId, own.senderAccountId)),
  );
  const known = sync?.lastMessageAt ?? sync?.lastPolledAt ?? own.connectedAt ?? now;
  const begin = new Date(known.getTime() - beginHoursBack * 3_600_000);
  let from: { link: string } | { since: Date } = sync?.deltaLink ? { link: sync.deltaLink } : { since: begin };
  const polled = { read: 0, written: 0 };
  for (;;) {
    const page = await readInbox(mailbox, from).catch((error: unknown) => {
      if (error instanceof SyncStateLostError && "link" in from) return null;
      throw error;
    });
    if (!page) {
      from = { since: begin };
      continue;
    }
    let newest = 0;
    for (const item of page.items) {
      if (item.isDraft) continue;
      const seen = await understand(scope, own, mailbox, item.graphId);
      if (!seen) continue;
      polled.read += 1;
      newest = Math.max(newest, seen.receivedAt.getTime());
      if (seen.finding && (await recordMessage(scope.teamId, seen.finding, now))) polled.written += 1;
    }
    await keepPlace(scope, own.senderAccountId, page.next.link, newest, now);
    if (page.next.isLast) return polled;
    from = { link: page.next.link };
  }
}

/** What a message is; null when it is gone, or cannot be read: one that Exchange cannot show must not hide all that came after it. */
async function understand(scope: Scope, own: { senderAccountId: string; email: string }, mailbox: Mailbox, graphId: string) {
  try {
    const message = await readMessage(mailbox, graphId);
    return message && { receivedAt: message.receivedAt, finding: await readFinding(mailbox, own, message) };
  } catch (error) {
    const answer = answerOf(error);
    if (answer.verdict !== "refused") throw error;
    log.warn({ team: scope.teamId, mailbox: own.senderAccountId, code: answer.code }, "a message cannot be read");
    return null;
  }
}

function keepPlace(scope: Scope, senderAccountId: string, deltaLink: string, newest: number, now: Date) {
  const place = { deltaLink, lastPolledAt: now, ...(newest > 0 ? { lastMessageAt: new Date(newest) } : {}) };
  return withTeam(scope, (tx) =>
    tx
      .insert(mailboxSyncs)
      .values({ senderAccountId, ...place })
      .onConflictDoUpdate({ target: mailboxSyncs.senderAccountId, set: place }),
  );
}
