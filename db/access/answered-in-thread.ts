import { type SQL, sql } from "drizzle-orm";

type Thread = { contact: SQL; mailbox: SQL; delivery: SQL; conversation: SQL };

/** When a person last wrote in the thread of a mail; null where they never did. */
export function answeredInThread({ contact, mailbox, delivery, conversation }: Thread): SQL {
  return sql`(select max(z.at) from (
      select n.received_at as at from mailbox_messages n
      where n.contact_id = ${contact} and n.kind in ('reply', 'meeting') and n.sender_account_id = ${mailbox} and n.conversation_id = ${conversation}
      union all
      select r.received_at from email_replies r join sent_emails s on s.id = r.sent_email_id join deliveries w on w.id = s.delivery_id
      where r.contact_id = ${contact} and (w.id = ${delivery} or w.conversation_id = ${conversation})) z)`;
}
