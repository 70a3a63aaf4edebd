import { sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";
import { toTemporal } from "../schedule/clock/to-temporal";
import { localDays } from "../schedule/local-days";

type DayNumbers = { day: string; sent: number; replies: number };
/** `otherwise`: so many of those sent are not what was signed. */
export type FourWeeks = {
  days: DayNumbers[];
  sent: number;
  otherwise: number;
  replies: number;
  bounced: number;
  unsubscribed: number;
};

/**
 * The last four weeks of the team's working days, oldest first, `today` included: the daily numbers kept by the
 * triggers, those not added to their day yet among them, and the people who answered by the day on which they first did. A weekend day appears only when something happened on it.
 */
export async function readWeeks(tx: TeamTransaction, timezone: string, now: Date): Promise<FourWeeks> {
  const fourWeeks = localDays({ timeZone: timezone }, toTemporal(now), { before: 27, after: 0 });
  const keys = sql.param(fourWeeks.map((day) => day.key));
  const starts = sql.param(fourWeeks.map((day) => day.start.toString()));
  const ends = sql.param(fourWeeks.map((day) => day.end.toString()));
  const since = sql`${fourWeeks[0]?.start.toString()}::timestamptz`;
  const days = await readRows<DayNumbers>(
    tx,
    sql`with day as (select * from unnest(${keys}::text[]::date[], ${starts}::text[]::timestamptz[], ${ends}::text[]::timestamptz[]) as day(d, starts, ends)),
        answer as (select min(a.at) as at from (
            select contact_id, replied_at as at from campaign_contacts where replied_at >= ${since}
            union all
            select r.contact_id, r.received_at from email_replies r join sent_emails e on e.id = r.sent_email_id
            where e.campaign_id is null and r.received_at >= ${since}) a group by a.contact_id),
        reply as (select d, count(*)::int as n from day join answer on at >= starts and at < ends group by 1)
        select day.d::text as day, coalesce(a.total_emails_sent, 0)::int as sent, coalesce(r.n, 0)::int as replies
        from day left join (select x.date, sum(x.sent) as total_emails_sent from (
            select date, total_emails_sent as sent from email_analytics union all select date, emails_sent from email_analytics_deltas) x
            where x.date >= ${fourWeeks[0]?.key}::date group by 1) a on a.date = day.d left join reply r on r.d = day.d
        where extract(isodow from day.d) < 6 or coalesce(a.total_emails_sent, 0) > 0 or coalesce(r.n, 0) > 0 or day.d = ${fourWeeks.at(-1)?.key}::date
        order by day.d`,
  );
  const [ended] = await readRows<{ bounced: number; unsubscribed: number }>(
    tx,
    sql`select n.bounced + (select count(distinct e.contact_id)::int from sent_emails e where e.campaign_id is null and e.status = 'bounced' and e.sent_at >= ${since}) as bounced,
          n.unsubscribed + (select count(distinct s.single_mail_id)::int from suppressions s where s.single_mail_id is not null and s.reason = 'unsubscribed' and s.created_at >= ${since}) as unsubscribed
        from (select (count(*) filter (where bounced_at >= ${since}))::int as bounced, (count(*) filter (where unsubscribed_at >= ${since}))::int as unsubscribed
          from campaign_contacts) n`,
  );
  const [left] = await readRows<{ otherwise: number }>(
    tx,
    sql`select count(distinct e.id)::int as otherwise from mail_differences x join deliveries v on v.id = x.delivery_id join sent_emails e on e.delivery_id = v.id
        where e.sent_at >= ${since} and (x.place = 'by hand' or (x.place = 'sent' and v.read_back = 'different'))`,
  );
  return {
    days,
    sent: days.reduce((sum, day) => sum + day.sent, 0),
    otherwise: left?.otherwise ?? 0,
    replies: days.reduce((sum, day) => sum + day.replies, 0),
    bounced: ended?.bounced ?? 0,
    unsubscribed: ended?.unsubscribed ?? 0,
  };
}
