import { type SQL, sql } from "drizzle-orm";
import { anyOf } from "@/db/access/any-of";
import { readRows } from "@/db/access/read-rows";
import { suppressedContacts } from "@/db/access/suppressions-of";
import type { TeamTransaction } from "@/db/access/with-team";
import { openStatuses, underWay } from "@/db/schema/words";
import { namedBy } from "./named-by";

export type Stopped = {
  /** Contacts whom the entries name; of them, so many may be mailed until now; of all contacts of the team. */
  named: number;
  people: number;
  contacts: number;
  /** Campaigns under way that end for some of them, and for how many. */
  campaigns: number;
  enrolled: number;
  /** Signed mails that will not leave, those written by hand included, and how many of them have their time already. */
  signed: number;
  slots: number;
  names: string[];
  /** Our own domains among the entries. */
  own: string[];
};

const fewNames = 6;

/** Whom entries will stop that are not in the list yet, as it stands now. */
export async function countStopped(tx: TeamTransaction, entries: SQL): Promise<Stopped> {
  const [row] = await readRows<Stopped>(
    tx,
    sql`with named as materialized (${namedBy(entries)}),
          fresh as materialized (select contact_id from named except ${suppressedContacts}),
          ending as materialized (select c.id, c.campaign_id, c.contact_id from campaign_contacts c join campaigns g on g.id = c.campaign_id
            where c.status in ${anyOf(openStatuses)} and g.status in ${anyOf(underWay)} and c.contact_id in (select contact_id from fresh)),
          mails as materialized (select d.id from email_drafts d join ending e on e.id = d.campaign_contact_id where d.status in ('approved', 'scheduled')
            union all select d.id from single_mails h join email_drafts d on d.id = h.draft_id
            where h.ended_reason is null and d.status in ('approved', 'scheduled') and h.contact_id in (select contact_id from fresh))
        select (select count(*)::int from named) as named, (select count(*)::int from fresh) as people, (select count(*)::int from contacts) as contacts,
          (select count(distinct campaign_id)::int from ending) as campaigns, (select count(distinct contact_id)::int from ending) as enrolled,
          (select count(*)::int from mails) as signed,
          (select count(*)::int from scheduled_emails s where s.status = 'pending' and s.draft_id in (select id from mails)) as slots,
          array(select coalesce(nullif(trim(p.name), ''), nullif(trim(p.first_name), ''), p.email) from contacts p join fresh f on f.contact_id = p.id
            order by (p.id in (select contact_id from ending)) desc, p.created_at, p.id limit ${fewNames}) as names,
          array(select distinct o.domain from (select substring(a from '[^@]*$') as domain from sender_accounts m cross join unnest(m.addresses || m.email_norm) a) o
            join ${entries} n on n.domain = o.domain or n.wildcard is not null and ('x@' || o.domain) like replace(replace(n.wildcard, '_', '\\_'), '*', '%')
            order by 1) as own`,
  );
  if (!row) throw new Error("Whom the entries stop was not counted.");
  return row;
}
