import { sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";
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
  type Row = Omit<Queue, "rules"> & {
    start: string;
    end: string;
    days: Weekday[];
    zone: string;
    limit: number;
    spacing: number;
  };
  const [row] = await readRows<Row>(
    tx,
    sql`select c.id as "campaignId", c.sender_account_id as "senderAccountId", c.status, m.status = 'connected' as "mailboxConnected",
          exists (select 1 from team_stops s where s.lifted_at is null) as stopped,
          g.send_window_start::text as start, g.send_window_end::text as end, g.send_days as days, g.timezone as zone,
          g.daily_limit as limit, g.delay_between_emails_seconds as spacing
        from campaigns c join campaign_settings g on g.campaign_id = c.id join sender_accounts m on m.id = c.sender_account_id
          join teams t on t.id = c.team_id
        where c.id = ${campaignId} for share of c, t`,
  );
  if (!row) return null;
  const { start, end, days, zone, limit, spacing, ...rest } = row;
  return {
    ...rest,
    rules: { windowStart: start, windowEnd: end, days, timeZone: zone, dailyLimit: limit, spacingSeconds: spacing },
  };
}

/** Whether mail of this campaign may leave at all at the moment. */
export function isSending(queue: Queue): boolean {
  return queue.status === "active" && !queue.stopped && queue.mailboxConnected;
}
