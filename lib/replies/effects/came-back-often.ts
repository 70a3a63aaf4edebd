import { sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";

const often = 3;

/**
 * Whether so many mails to somebody came back for now within a week. Several reports about one mail are one: it is the last that had left when
 * its report came. What came before a person decided to go on is settled. Reports are not read in the order in which they came, so that the
 * week may end with a later one.
 */
export async function cameBackOften(tx: TeamTransaction, contactId: string, at: Date): Promise<boolean> {
  const since = sql`${at.toISOString()}::timestamptz`;
  const week = sql`interval '168 hours'`;
  const [row] = await readRows<{ mails: number }>(
    tx,
    sql`with n as (select n.received_at as at, coalesce((select max(e.sent_at) from sent_emails e
              where e.contact_id = n.contact_id and e.campaign_contact_id is not distinct from n.campaign_contact_id and e.sent_at <= n.received_at), n.received_at) as mail
          from mailbox_messages n
          where n.contact_id = ${contactId} and n.kind = 'soft_bounce' and n.blames = 'for now' and not n.is_old
            and n.received_at > ${since} - ${week} and n.received_at < ${since} + ${week}
            and not exists (select 1 from contact_holds h join campaign_contacts c on c.id = h.campaign_contact_id
              where c.contact_id = n.contact_id and h.kind = 'bounced often' and h.ended = 'released' and h.ended_at >= n.received_at))
        select coalesce(max((select count(distinct n.mail) from n where n.at > last.at - ${week} and n.at <= last.at)), 0)::int as mails
        from n last where last.at >= ${since}`,
  );
  return (row?.mails ?? 0) >= often;
}
