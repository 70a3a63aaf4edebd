import { type SQL, sql } from "drizzle-orm";
import { anyOf } from "@/db/access/any-of";
import { openStatuses } from "@/db/schema/words";

const open = anyOf(openStatuses);

/**
 * How the enrolment `c` stands, in the four parts by which people are counted everywhere: each is in exactly one. Who answered counts as answered
 * whatever it ended for, such as an answer after the last mail, after a bounce, or one that asks for no more; an automatic answer never does.
 */
export const stands = {
  waiting: sql`c.status in ${open}`,
  replied: sql`(c.status not in ${open} and c.replied_at is not null)`,
  gotEveryMail: sql`(c.status = 'completed' and c.ended_reason = 'got every mail' and c.replied_at is null)`,
  stopped: sql`(c.status not in ${open} and c.replied_at is null and (c.status <> 'completed' or c.ended_reason is distinct from 'got every mail'))`,
} as const satisfies Record<string, SQL>;

/** Which mail the enrolment `c` answered first: the last one it had got, where nothing says it, as when the answer was to another campaign. */
export const answeredStep: SQL = sql`coalesce((select e.sequence_step from email_replies r join sent_emails e on e.id = r.sent_email_id
    where r.contact_id = c.contact_id and r.campaign_id = c.campaign_id order by r.received_at limit 1), c.current_sequence_step)`;
