import { sql } from "drizzle-orm";
import { anyOf } from "@/db/access/any-of";
import { instantOf, readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";
import { withExchange } from "@/db/schema/words";
import { toTemporal } from "../schedule/clock/to-temporal";
import { localDays } from "../schedule/local-days";
import type { SendingRules } from "../schedule/types";

export type DayUse = {
  /**
   * Per local day "2026-11-24", today and as far ahead as slots are given: mails sent, in flight, in doubt, or holding a slot. From
   * the ledger, never from analytics.
   */
  used: Record<string, number>;
  /** When those of the campaign leave or left, as far back as spacing reaches. */
  taken: Date[];
  /** The same of all else that the mailbox sends, mails without a campaign among it, for the last two minutes and ahead. */
  mailboxTaken: Date[];
};

/** A campaign with a mailbox, and its rules. */
export type CampaignRules = { campaignId: string; senderAccountId: string; rules: SendingRules };

/** A slot is at most 24 hours ahead; where the next day is shorter than that, it lies on the day after. */
const daysAhead = 2;

/** What of today and the coming days is used up already. */
export async function readDayUse(tx: TeamTransaction, queue: CampaignRules, now: Date): Promise<DayUse> {
  const since = new Date(now.getTime() - Math.max(queue.rules.spacingSeconds, 120) * 1000).toISOString();
  const days = localDays(queue.rules, toTemporal(now), { before: 0, after: daysAhead });
  const keys = sql.param(days.map((day) => day.key));
  const starts = sql.param(days.map((day) => day.start.toString()));
  const ends = sql.param(days.map((day) => day.end.toString()));
  const counts = await readRows<{ day: string; count: number }>(
    tx,
    sql`select day.key as day, count(*)::int as count from (
          select v.submitted_at as at from deliveries v where v.campaign_id = ${queue.campaignId} and v.submitted_at >= ${days[0]?.start.toString()}::timestamptz
            and v.state in ${anyOf(withExchange)}
          union all
          select e.scheduled_for from scheduled_emails e where e.campaign_id = ${queue.campaignId} and e.status = 'pending'
            and not exists (select 1 from deliveries v where v.draft_id = e.draft_id and v.submitted_at is not null and v.state in ${anyOf(withExchange)})
        ) x join unnest(${keys}::text[], ${starts}::text[]::timestamptz[], ${ends}::text[]::timestamptz[]) as day(key, starts, ends)
          on x.at >= day.starts and x.at < day.ends group by 1`,
  );
  const times = await readRows<{ at: string; own: boolean }>(
    tx,
    sql`select x.at, x.campaign_id is not distinct from ${queue.campaignId}::uuid as own from (
          select v.submitted_at as at, v.campaign_id from deliveries v where v.sender_account_id = ${queue.senderAccountId} and v.submitted_at > ${since}::timestamptz
            and v.state in ${anyOf(withExchange)}
          union all
          select e.scheduled_for, e.campaign_id from scheduled_emails e where e.sender_account_id = ${queue.senderAccountId} and e.status = 'pending'
        ) x`,
  );
  return {
    used: Object.fromEntries(counts.map((row) => [row.day, row.count])),
    taken: times.filter((row) => row.own).map((row) => instantOf(row.at)),
    mailboxTaken: times.filter((row) => !row.own).map((row) => instantOf(row.at)),
  };
}
