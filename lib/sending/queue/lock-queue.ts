import { sql } from "drizzle-orm";
import { anyOf } from "@/db/access/any-of";
import { instantOf, readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";
import { type CampaignStatus, type MailboxTrouble, openStatuses } from "@/db/schema/words";
import { readSendingRules } from "../../campaigns/read-sending-rules";
import { isUnproven } from "../../domains/is-unproven";
import type { SendingRules } from "../../schedule/types";
import { isGuarded } from "../../senders/guard/is-guarded";
import { isUnread } from "../ledger/is-unread";

/** What is known of a campaign before slots are given, for the mail of one of its mailboxes. */
export type Queue = {
  campaignId: string;
  senderAccountId: string;
  /** The address of the mailbox. */
  email: string;
  status: CampaignStatus;
  /** What held for everybody alike when all were told last (explain-queues.ts). */
  explainedAs: string | null;
  stopped: boolean;
  mailboxConnected: boolean;
  trouble: MailboxTrouble | null;
  /** When the trouble may end by itself. */
  troubleUntil: Date | null;
  /** Paused by its guard rail. */
  isGuarded: boolean;
  /** Its domain has not proved itself for days: first mails wait. */
  isUnproven: boolean;
  /** Nothing is known of answers that came lately. */
  isUnread: boolean;
  /** When it was let go on last after a pause or a stop, as an ISO text; null where it never was. */
  goesOnSince: string | null;
  rules: SendingRules;
};

/**
 * Locks a campaign and reads it: it stays as it is until the transaction ends: nobody can pause it or stop the team meanwhile, and only one
 * allocator at a time gives slots of its mailboxes.
 * @returns one a mailbox that the campaign mails from, its own first; people stay with the one that wrote to them when others are handed
 * over. None for a campaign of another team, or one without a mailbox.
 */
export async function lockQueues(tx: TeamTransaction, campaignId: string, now: Date): Promise<Queue[]> {
  const isOf = sql`(m.id = (select k.sender_account_id from campaigns k where k.id = ${campaignId}) or exists (select 1 from campaign_contacts x
    where x.campaign_id = ${campaignId} and x.sender_account_id = m.id and x.status in ${anyOf(openStatuses)}))`;
  await tx.execute(sql`select m.id from sender_accounts m where ${isOf} order by m.id for no key update of m`);
  const rows = await readRows<Omit<Queue, "rules" | "troubleUntil"> & { troubleUntil: string | null }>(
    tx,
    sql`select c.id as "campaignId", m.id as "senderAccountId", m.email, c.status, c.explained_as as "explainedAs", m.status = 'connected' as "mailboxConnected",
          m.trouble, m.trouble_until as "troubleUntil", ${isUnread(now)} as "isUnread",
          ${isGuarded} as "isGuarded", ${isUnproven(now)} as "isUnproven",
          greatest((select max(p.resumed_at) from campaign_pauses p where p.campaign_id = c.id), (select max(s.lifted_at) from team_stops s))::text as "goesOnSince",
          exists (select 1 from team_stops s where s.lifted_at is null) as stopped
        from campaigns c join sender_accounts m on ${isOf} join teams t on t.id = c.team_id
        where c.id = ${campaignId} and c.sender_account_id is not null order by m.id = c.sender_account_id desc, m.id for share of c, t`,
  );
  if (rows.length === 0) return [];
  const rules = await readSendingRules(tx, campaignId);
  return rows.map((row) => ({ ...row, troubleUntil: instantOf(row.troubleUntil), rules }));
}

/** Whether mail of this campaign may leave at all at the moment. */
export function isSending(queue: Queue): boolean {
  return (
    queue.status === "active" &&
    !queue.stopped &&
    queue.mailboxConnected &&
    !queue.isGuarded &&
    (queue.trouble ?? "unreadable") === "unreadable"
  );
}

/** Whether a person holds all mail of this campaign back. */
export const isHeldBack = ({ status, stopped }: Queue) => status === "paused" || stopped;
