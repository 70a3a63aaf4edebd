import { type SQL, sql } from "drizzle-orm";

/** When a person last wrote, of answers that were found since an instant, in whatever campaign or thread; null for none. What was found before was known. */
export function answeredAfter(contact: SQL, since: SQL): SQL {
  return sql`(select max(x.at) from (
    select r.received_at as at from email_replies r where r.contact_id = ${contact} and r.created_at >= ${since}
    union all
    select n.received_at from mailbox_messages n where n.contact_id = ${contact} and n.kind in ('reply', 'meeting') and not n.is_old and n.created_at >= ${since}) x)`;
}

/**
 * The same of the contact of the enrolment `c`, since they were enrolled: what was found before was known to whoever launched. Who answered that they
 * want to be asked later, and for whom somebody let the campaign go on then, is asked about what came since: that hold begins right behind what was known.
 */
export const answeredSince: SQL = answeredAfter(
  sql`c.contact_id`,
  sql`greatest(c.enrolled_at, (select max(l.began_at) from contact_holds l where l.campaign_contact_id = c.id and l.kind = 'asked for later'))`,
);
