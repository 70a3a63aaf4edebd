import { sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";

export type DayNumbers = { day: string; sent: number; replies: number };
export type FourWeeks = { days: DayNumbers[]; sent: number; replies: number; bounced: number; unsubscribed: number };

/**
 * The last four weeks of the team's working days, oldest first, `today` included: the daily numbers kept by the
 * triggers, and replies by the day they came. A weekend day appears only when something happened on it.
 */
export async function readWeeks(tx: TeamTransaction, timezone: string, now: Date): Promise<FourWeeks> {
  const days = await readRows<DayNumbers>(
    tx,
    sql`with day as (select generate_series((${now.toISOString()}::timestamptz at time zone ${timezone})::date - 27, (${now.toISOString()}::timestamptz at time zone ${timezone})::date, interval '1 day')::date as d),
        reply as (select (received_at at time zone ${timezone})::date as d, count(*)::int as n from email_replies where received_at > ${now.toISOString()}::timestamptz - interval '29 days' group by 1)
        select day.d::text as day, coalesce(a.total_emails_sent, 0)::int as sent, coalesce(r.n, 0)::int as replies
        from day left join email_analytics a on a.date = day.d left join reply r on r.d = day.d
        where extract(isodow from day.d) < 6 or coalesce(a.total_emails_sent, 0) > 0 or coalesce(r.n, 0) > 0 or day.d = (${now.toISOString()}::timestamptz at time zone ${timezone})::date
        order by day.d`,
  );
  const since = sql`(((${now.toISOString()}::timestamptz at time zone ${timezone})::date - 27)::timestamp at time zone ${timezone})`;
  const [ended] = await readRows<{ bounced: number; unsubscribed: number }>(
    tx,
    sql`select (count(*) filter (where bounced_at >= ${since}))::int as bounced, (count(*) filter (where unsubscribed_at >= ${since}))::int as unsubscribed from campaign_contacts`,
  );
  return {
    days,
    sent: days.reduce((sum, day) => sum + day.sent, 0),
    replies: days.reduce((sum, day) => sum + day.replies, 0),
    bounced: ended?.bounced ?? 0,
    unsubscribed: ended?.unsubscribed ?? 0,
  };
}
