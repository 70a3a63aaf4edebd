import { sql } from "drizzle-orm";
import { instantOf, readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";
import type { CampaignStatus, MailboxTrouble } from "@/db/schema/words";
import { readSendingRules } from "../../campaigns/read-sending-rules";
import type { SendingRules } from "../../schedule/types";
import { isUnread } from "../ledger/is-unread";

/** What is known of a campaign before slots are given. */
export type Queue = {
  campaignId: string;
  senderAccountId: string;
  status: CampaignStatus;
  stopped: boolean;
  mailboxConnected: boolean;
  trouble: MailboxTrouble | null;
  /** When the trouble may end by itself. */
  troubleUntil: Date | null;
  /** Nothing is known of answers that came lately. */
  isUnread: boolean;
  rules: SendingRules;
};

/**
 * Locks a campaign and reads it: it stays as it is until the transaction ends: nobody can pause it or stop the team meanwhile, and only one
 * allocator at a time gives slots of its mailbox.
 * @returns null for a campaign of another team, or one without a mailbox.
 */
export async function lockQueue(tx: TeamTransaction, campaignId: string, now: Date): Promise<Queue | null> {
  await tx.execute(
    sql`select m.id from sender_accounts m join campaigns c on c.sender_account_id = m.id where c.id = ${campaignId} for no key update of m`,
  );
  const [row] = await readRows<Omit<Queue, "rules" | "troubleUntil"> & { troubleUntil: string | null }>(
    tx,
    sql`select c.id as "campaignId", c.sender_account_id as "senderAccountId", c.status, m.status = 'connected' as "mailboxConnected",
          m.trouble, m.trouble_until as "troubleUntil", ${isUnread(now)} as "isUnread",
          exists (select 1 from team_stops s where s.lifted_at is null) as stopped
        from campaigns c join sender_accounts m on m.id = c.sender_account_id join teams t on t.id = c.team_id
        where c.id = ${campaignId} for share of c, t`,
  );
  return row ? { ...row, troubleUntil: instantOf(row.troubleUntil), rules: await readSendingRules(tx, campaignId) } : null;
}

/** Whether mail of this campaign may leave at all at the moment. */
export function isSending(queue: Queue): boolean {
  return (
    queue.status === "active" && !queue.stopped && queue.mailboxConnected && (queue.trouble ?? "unreadable") === "unreadable"
  );
}
