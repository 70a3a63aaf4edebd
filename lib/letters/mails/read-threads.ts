import { sql } from "drizzle-orm";
import { answeredInThread } from "@/db/access/answered-in-thread";
import { instantOf, readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";
import { followUpSubject } from "../../mail/build-draft-request";

/** The thread a mail from one mailbox to somebody can join: that of the last mail they got from it. */
export type Thread = {
  deliveryId: string;
  /** As the mail that joins it is called. */
  subject: string;
  at: Date;
  /** They wrote in it after that mail. */
  isAnswered: boolean;
};

/** By contact: whether we ever mailed them, and the thread that mail from this mailbox can join. */
export async function readThreads(
  tx: TeamTransaction,
  contactIds: string[],
  senderAccountId: string,
): Promise<Map<string, { wasMailed: boolean; thread: Thread | null }>> {
  type Row = {
    contactId: string;
    wasMailed: boolean;
    deliveryId: string | null;
    at: string;
    subject: string;
    isAnswered: boolean;
  };
  const answered = answeredInThread({
    contact: sql`q.id`,
    mailbox: sql`${senderAccountId}`,
    delivery: sql`x.id`,
    conversation: sql`x.conversation_id`,
  });
  const rows = await readRows<Row>(
    tx,
    sql`select q.id as "contactId", exists (select 1 from sent_emails s where s.contact_id = q.id) as "wasMailed",
          x.id as "deliveryId", x.at, x.subject, coalesce(y.at > x.submitted_at, false) as "isAnswered"
        from unnest(${sql.param(contactIds)}::uuid[]) q(id)
          left join lateral (
            select v.id, v.accepted_at as at, v.submitted_at, v.conversation_id, coalesce(e.request->>'subject', s.subject) as subject
            from sent_emails s join deliveries v on v.id = s.delivery_id join email_drafts e on e.id = v.draft_id
            where s.contact_id = q.id and s.sender_account_id = ${senderAccountId} and v.accepted_at is not null
            order by v.accepted_at desc, v.id limit 1) x on true
          left join lateral (select ${answered} as at) y on true`,
  );
  return new Map(
    rows.map(({ contactId, wasMailed, deliveryId, at, subject, isAnswered }) => [
      contactId,
      { wasMailed, thread: deliveryId ? { deliveryId, subject: followUpSubject(subject), at: instantOf(at), isAnswered } : null },
    ]),
  );
}
