import { type SQL, sql } from "drizzle-orm";

/** When a mail to the contact of the enrolment `c` last bounced, in whatever campaign, since they were enrolled; null for never. */
export const bouncedSince: SQL = sql`greatest(c.bounced_at,
  (select max(n.received_at) from mailbox_messages n where n.contact_id = c.contact_id and n.kind = 'bounce' and not n.is_old and n.created_at >= c.enrolled_at),
  (select max(x.bounced_at) from campaign_contacts x where x.contact_id = c.contact_id and x.bounced_at >= c.enrolled_at))`;
