import { sql } from "drizzle-orm";
import { instantOf, readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";
import { hasLeftOtherwise } from "../../mail/compare/has-left-otherwise";
import type { Leave } from "./forecast-leave";

/** One line of what happened and what follows. */
export type StoryLine = { what: string; at: string; tone: "past" | "now" | "signed" | "ahead" };

type Around = { draftId: string; state: string; leaves: Leave[]; say: (at: Date) => string };

/** How a draft came to be and what follows if nobody answers. */
export async function readStory(tx: TeamTransaction, { draftId, state, leaves, say }: Around): Promise<StoryLine[]> {
  const rows = await readRows<{ what: string; at: string; last: boolean }>(
    tx,
    sql`with d as (
          select d.*, s.name as step from email_drafts d left join campaign_sequences s on s.id = d.sequence_id where d.id = ${draftId}
        )
        select what, at, last from (
          select 1 as rank, 'Added to ' || k.name as what, c.enrolled_at as at, false as last from d join campaign_contacts c on c.id = d.campaign_contact_id join campaigns k on k.id = d.campaign_id
          union all
          select 2, q.name || ' sent', e.sent_at, false from d join sent_emails e on e.campaign_contact_id = d.campaign_contact_id
            join email_drafts x on x.id = e.draft_id join campaign_sequences q on q.id = x.sequence_id where x.sequence_step < d.sequence_step
          union all
          select 2, 'The mail it follows, sent', v.accepted_at, false from d join single_mails h on h.draft_id = d.id join deliveries v on v.id = h.thread_delivery_id
          union all
          select 2, 'The message it answers, received', n.received_at, false from d join single_mails h on h.draft_id = d.id join mailbox_messages n on n.id = h.answers_message_id
          union all
          select 3, case when d.campaign_id is null then 'Begun by ' || coalesce(w.name, 'somebody') when d.written_by = 'model' then 'Written by AI' else 'Written from the template' end, d.created_at, false
            from d left join single_mails h on h.draft_id = d.id left join letters l on l.id = h.letter_id left join members w on w.id = l.written_by
          union all
          select 4, case g.kind when 'launch' then 'Signed by launching, ' else 'Signed by ' end || coalesce(m.name, 'somebody'), g.signed_at, g.voided_at is null
            from signatures g left join members m on m.id = g.signed_by where g.draft_id = ${draftId}
          union all
          select 5, g.void_cause || coalesce(' by ' || m.name, '') || ', signature void', g.voided_at, false
            from signatures g left join members m on m.id = g.voided_by where g.draft_id = ${draftId} and g.voided_at is not null
          union all
          select 6, 'Edited by ' || coalesce(m.name, 'somebody'), d.edited_at, false from d left join members m on m.id = d.edited_by
            where d.edited_at is not null and not exists (select 1 from signatures g where g.draft_id = d.id and abs(extract(epoch from g.voided_at - d.edited_at)) < 1)
          union all
          select 7, 'Rejected by ' || coalesce(m.name, 'somebody') || ': ' || d.reject_reason, d.rejected_at, true from d left join members m on m.id = d.rejected_by where d.rejected_at is not null
          union all
          select 8, case when exists (select 1 from mail_differences x where x.delivery_id = e.delivery_id and x.place = 'by hand') then 'Sent by hand from Outlook, not as signed'
               when exists (select 1 from delivery_intents i where i.delivery_id = e.delivery_id) or e.delivery_id is null
                 then case v.read_back when 'different' then 'Sent' else 'Sent as signed' end
               else 'Sent by hand from Outlook, as signed' end, e.sent_at, not ${hasLeftOtherwise(sql`e.draft_id`)}
            from sent_emails e left join deliveries v on v.id = e.delivery_id where e.draft_id = ${draftId}
          union all
          select 9, case when x.settled_at = x.found_at then 'Outlook changed its looks, no word' when x.differences = '[]' then 'Its draft was deleted in Outlook' else 'Changed in Outlook, held' end, x.found_at, false
            from mail_differences x join deliveries v on v.id = x.delivery_id where v.draft_id = ${draftId} and x.place = 'draft'
          union all
          select 10, case x.settled_as when 'put back' then 'The signed text was put back' when 'signed' then 'The changed text was signed' when 'rejected' then 'Rejected' else 'Seen' end || coalesce(' by ' || m.name, ''), x.settled_at, false
            from mail_differences x join deliveries v on v.id = x.delivery_id left join members m on m.id = x.settled_by
            where v.draft_id = ${draftId} and x.settled_at > x.found_at
          union all
          select 11, case v.read_back when 'equal' then 'Its sent copy is the same' when 'explained' then 'Its sent copy is the same but for harmless changes'
              when 'asked' then 'Its sent copy is a little different' else 'Its sent copy differs from what was signed' end, v.read_back_at, false
            from deliveries v where v.draft_id = ${draftId} and v.read_back is not null
          union all
          select 12, case a.verb when 'moved a mail' then 'Moved' when 'cancelled a mail' then 'Cancelled' when 'sent a mail now' then 'Told to leave now' else 'Cancelling taken back' end
              || coalesce(' by ' || m.name, ''), a.at, false
            from d join activities a on a.contact_id = d.contact_id left join members m on m.id = a.member_id
            where a.verb in ('moved a mail', 'cancelled a mail', 'sent a mail now', 'took a cancelling back') and a.detail->>'draftId' = ${draftId}::text
          union all
          select 13, case h.ended_reason when 'discarded' then 'Discarded' || coalesce(' by ' || m.name, '') when 'suppressed' then 'Ended, its reader is suppressed' else 'Could not be sent' end, h.ended_at, false
            from single_mails h left join members m on m.id = h.ended_by where h.draft_id = ${draftId} and h.ended_reason in ('discarded', 'suppressed', 'could not be sent')
        ) h order by at, rank`,
  );
  const past = rows.map(
    (row): StoryLine => ({
      what: row.what,
      at: say(instantOf(row.at)),
      tone: row.last && state !== "rejected" ? "signed" : "past",
    }),
  );
  const now: StoryLine[] = state === "to sign" ? [{ what: "Waits for a signature", at: "now", tone: "now" }] : [];
  const ahead = leaves.map(
    (leave, place): StoryLine => ({
      what: place === 0 ? `${leave.stepName} leaves` : leave.stepName,
      at: leave.at ? say(leave.at) : "no time yet",
      tone: "ahead",
    }),
  );
  return [...past, ...now, ...ahead];
}
