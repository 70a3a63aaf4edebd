import { sql } from "drizzle-orm";
import { anyOf } from "@/db/access/any-of";
import { readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";
import { withExchange } from "@/db/schema/words";
import { outsidePerDay } from "../../limits/outside-per-day";

/** `used` of `most` in the last 24 hours. `fullAt`: when it is used up at the pace of the last hour, where that is within a day. */
export type Limit = { used: number; most: number; fullAt: Date | null };

export type Limits = {
  /** Mails of the fullest minute; no pace is told of it. */
  minute: Limit;
  /** Recipients of this mailbox, and what our own campaigns allow themselves in a day. */
  recipients: Limit & { ownADay: number };
  /** Recipients outside of the organisation, from all mailboxes of the team, which has at least so many licences. */
  outside: Limit & { licences: number };
};

/** What Exchange Online takes from one mailbox. */
const perMinute = 30;
const perDay = 10_000;

const dayMs = 24 * 3_600_000;

/** How near a mailbox and its team are to Microsoft's limits, as far as our own mails go. */
export async function readLimits(tx: TeamTransaction, senderAccountId: string, now: Date): Promise<Limits> {
  const at = sql`${now.toISOString()}::timestamptz`;
  const sent = sql`v.state in ${anyOf(withExchange)} and v.submitted_at > ${at} - interval '24 hours' and v.submitted_at <= ${at}`;
  const lately = sql`v.submitted_at > ${at} - interval '1 hour'`;
  const [own] = await readRows<{ day: number; hour: number; minute: number; ownADay: number }>(
    tx,
    sql`select count(*)::int as day, (count(*) filter (where ${lately}))::int as hour,
          coalesce((select max(x.n) from (select count(*)::int as n from deliveries v where v.sender_account_id = ${senderAccountId} and ${sent}
            group by date_trunc('minute', v.submitted_at)) x), 0) as minute,
          (select coalesce(sum(g.daily_limit), 0)::int from campaigns k join campaign_settings g on g.campaign_id = k.id
            where k.sender_account_id = ${senderAccountId} and k.status = 'active') as "ownADay"
        from deliveries v where v.sender_account_id = ${senderAccountId} and ${sent}`,
  );
  const [team] = await readRows<{ day: number; hour: number; licences: number }>(
    tx,
    sql`select count(*)::int as day, (count(*) filter (where ${lately}))::int as hour,
          (select count(*)::int from sender_accounts m where m.status <> 'removed') as licences
        from deliveries v join campaign_contacts c on c.id = v.campaign_contact_id
        where ${sent} and lower(split_part(c.recipient_email, '@', 2)) not in (
          select lower(split_part(a, '@', 2)) from sender_accounts m cross join unnest(m.addresses || m.email_norm) a)`,
  );
  const licences = Math.max(1, team?.licences ?? 1);
  return {
    minute: { used: own?.minute ?? 0, most: perMinute, fullAt: null },
    recipients: { ...limit(own, perDay, now), ownADay: own?.ownADay ?? 0 },
    outside: { ...limit(team, outsidePerDay(licences), now), licences },
  };
}

function limit(counts: { day: number; hour: number } | undefined, most: number, now: Date): Limit {
  const { day: used, hour } = counts ?? { day: 0, hour: 0 };
  const ms = hour === 0 ? Number.POSITIVE_INFINITY : ((most - used) / hour) * 3_600_000;
  return { used, most, fullAt: ms < dayMs ? new Date(now.getTime() + Math.max(0, ms)) : null };
}
