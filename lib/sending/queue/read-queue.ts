import { sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";
import { AppError } from "../../errors/app-error";
import type { SendingRules, Weekday } from "../../schedule/types";

/** What is known of a campaign before slots are given. */
export type Queue = {
  campaignId: string;
  senderAccountId: string;
  status: "draft" | "active" | "paused" | "completed";
  stopped: boolean;
  mailboxConnected: boolean;
  rules: SendingRules;
};

/**
 * Reads a campaign and keeps it as it is until the transaction ends: nobody can pause it or stop the team meanwhile, and only one
 * allocator at a time gives slots of its mailbox.
 * @returns null for a campaign of another team, or one without a mailbox.
 */
export async function readQueue(tx: TeamTransaction, campaignId: string): Promise<Queue | null> {
  await tx.execute(
    sql`select m.id from sender_accounts m join campaigns c on c.sender_account_id = m.id where c.id = ${campaignId} for no key update of m`,
  );
  const [row] = await readRows<Omit<Queue, "rules">>(
    tx,
    sql`select c.id as "campaignId", c.sender_account_id as "senderAccountId", c.status, m.status = 'connected' as "mailboxConnected",
          exists (select 1 from team_stops s where s.lifted_at is null) as stopped
        from campaigns c join sender_accounts m on m.id = c.sender_account_id join teams t on t.id = c.team_id
        where c.id = ${campaignId} for share of c, t`,
  );
  return row ? { ...row, rules: await readSendingRules(tx, campaignId) } : null;
}

/** The sending rules of a campaign. @throws AppError "not_found". */
export async function readSendingRules(tx: TeamTransaction, campaignId: string): Promise<SendingRules> {
  type Row = {
    windowStart: string;
    windowEnd: string;
    days: Weekday[];
    timeZone: string;
    dailyLimit: number;
    spacingSeconds: number;
  };
  const [row] = await readRows<Row>(
    tx,
    sql`select send_window_start::text as "windowStart", send_window_end::text as "windowEnd", send_days as days, timezone as "timeZone",
          daily_limit as "dailyLimit", delay_between_emails_seconds as "spacingSeconds"
        from campaign_settings where campaign_id = ${campaignId}`,
  );
  if (!row) throw new AppError("not_found");
  return row;
}

/** Whether mail of this campaign may leave at all at the moment. */
export function isSending(queue: Queue): boolean {
  return queue.status === "active" && !queue.stopped && queue.mailboxConnected;
}
