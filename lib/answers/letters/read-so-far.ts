import { sql } from "drizzle-orm";
import { anyOf } from "@/db/access/any-of";
import { instantOf, readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";
import { openStatuses, threadKinds } from "@/db/schema/words";
import type { ThreadRow } from "../../threads/thread-row";
import type { SoFar } from "../thread-view";

/** Of what happened, the newest; more stands on the contact's page. */
const most = 12;

/**
 * What happened with the person of a thread so far, in short and over all mailboxes, then what was stopped or is planned. A step that was stopped says
 * when it would have left, where that was known.
 */
export async function readSoFar(tx: TeamTransaction, thread: ThreadRow): Promise<SoFar[]> {
  const contact = thread.contactId;
  type Row = Omit<SoFar, "at"> & { at: string | null };
  const happened = await readRows<Row>(
    tx,
    sql`select * from (
          select e.id, 'sent' as kind, e.sent_at as at, case when q.name is not null then q.name || ' sent' when h.answers_message_id is not null then 'Answered'
            when d.draft_type = 'first_outreach' then 'Written to by hand' else 'Sent by hand' end as words
          from sent_emails e left join email_drafts d on d.id = e.draft_id left join campaign_sequences q on q.id = d.sequence_id
            left join single_mails h on h.draft_id = e.draft_id where e.contact_id = ${contact}
          union all
          select n.id, 'theirs', n.received_at, case n.kind when 'automatic' then 'Answered automatically' when 'meeting' then 'Answered an invitation' else 'Wrote back' end
          from mailbox_messages n where n.contact_id = ${contact} and n.kind in ${anyOf(threadKinds)}
        ) x order by at desc, id limit ${most}`,
  );
  const [known] = await readRows<Row>(
    tx,
    sql`select p.id, 'known' as kind, p.created_at as at, case when b.id is null then 'Added' else concat('Imported', ' by ' || m.name) end as words
        from contacts p left join upload_batches b on b.id = p.upload_batch_id left join members m on m.id = b.created_by where p.id = ${contact}`,
  );
  const ahead = await readRows<Row>(
    tx,
    sql`select s.id::text || c.id::text as id, case when c.status in ${anyOf(openStatuses)} then 'planned' else 'stopped' end as kind, s.name as words,
          case when s.sequence_order > c.current_sequence_step + 1 then null
            when c.status in ${anyOf(openStatuses)} then coalesce((select min(e.scheduled_for) from email_drafts d join scheduled_emails e on e.draft_id = d.id and e.status = 'pending' where d.campaign_contact_id = c.id),
              greatest(c.next_at, c.due_at))
            else coalesce((select (z."wasAt")::timestamptz from mailbox_messages n cross join lateral jsonb_to_recordset(n.stopped) z ("campaignContactId" uuid, "wasAt" text)
                where n.contact_id = c.contact_id and z."campaignContactId" = c.id order by n.received_at desc limit 1),
              (select max(e.scheduled_for) from scheduled_emails e where e.campaign_id = c.campaign_id and e.campaign_contact_id = c.id and e.status = 'cancelled' and e.scheduled_for >= c.completed_at)) end as at
        from campaign_contacts c join campaign_sequences s on s.campaign_id = c.campaign_id and s.sequence_order > c.current_sequence_step
        where c.contact_id = ${contact} and (c.status in ${anyOf(openStatuses)} or c.ended_reason in ('replied', 'asked not to be mailed', 'unsubscribed', 'company answered'))
        order by c.enrolled_at desc, s.sequence_order limit ${most}`,
  );
  return [...(known ? [known] : []), ...happened.reverse(), ...ahead].map((row) => ({
    ...row,
    at: row.at && instantOf(row.at).toISOString(),
  }));
}
