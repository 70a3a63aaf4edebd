import { sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";
import { toTemporal } from "../schedule/clock/to-temporal";
import { localDays } from "../schedule/local-days";

export type DayNumbers = { day: string; sent: number; replies: number };
export type FourWeeks = { days: DayNumbers[]; sent: number; replies: number; bounced: number; unsubscribed: number };

/**
 * The last four weeks of the team's working days, oldest first, `today` included: the daily numbers kept by the
 * triggers, and replies by the day they came. A weekend day appears only when something happened on it.
 */
export async function readWeeks(tx: TeamTransaction, timezone: string, now: Date): Promise<FourWeeks> {
  const fourWeeks = localDays({ timeZone: timezone }, toTemporal(now), { before: 27, after: 0 });
  const starts = fourWeeks.map((day) => day.start.toString());
  const since = sql`${starts[0]}::timestamptz`;
  const until = sql`${fourWeeks.at(-1)?.end.toString()}::timestamptz`;
  const days = await readRows<DayNumbers>(
    tx,
    sql`with day as (select d, n from unnest(${sql.param(fourWeeks.map((day) => day.key))}::text[]::date[]) with ordinality x(d, n)),
        reply as (select width_bucket(received_at, ${sql.param(starts)}::text[]::timestamptz[]) as n, count(*)::int as count
          from email_replies where received_at >= ${since} and received_at < ${until} group by 1)
        select day.d::text as day, coalesce(a.total_emails_sent, 0)::int as sent, coalesce(r.count, 0)::int as replies
        from day left join email_analytics a on a.date = day.d left join reply r on r.n = day.n
        where extract(isodow from day.d) < 6 or coalesce(a.total_emails_sent, 0) > 0 or coalesce(r.count, 0) > 0 or day.n = ${fourWeeks.length}
        order by day.d`,
  );
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
