import { type SQL, sql } from "drizzle-orm";

/**
 * When the contact of the enrolment `c` last wrote, of answers that were found since they were enrolled, in whatever campaign or thread; null
 * for none. What was found before was known to whoever launched.
 */
export const answeredSince: SQL = sql`(select max(x.at) from (
    select r.received_at as at from email_replies r where r.contact_id = c.contact_id and r.created_at >= c.enrolled_at
    union all
    select n.received_at from mailbox_messages n where n.contact_id = c.contact_id and n.kind in ('reply', 'meeting') and not n.is_old and n.created_at >= c.enrolled_at) x)`;
