import { type SQL, sql } from "drizzle-orm";
import { anyOf } from "@/db/access/any-of";
import { instantOf, readRows } from "@/db/access/read-rows";
import { suppressionsEver } from "@/db/access/suppressions-of";
import type { TeamTransaction } from "@/db/access/with-team";
import { threadKinds } from "@/db/schema/words";
import { hasLeftOtherwise } from "../../mail/compare/has-left-otherwise";
import { type Happened, storyVerbs } from "./happened";
import { readStops } from "./read-stops";

/** Of an automatic answer `x`: it says that somebody is away, or holds them. */
const isAway = sql`case when x.kind = 'automatic' and x.wish is distinct from 'left' and (x.away_sentence is not null or exists (select 1 from contact_holds h where h.message_id = x.id)) then 'away' end`;

/** Of a mail without a campaign "by hand", by its draft; null of any other. */
const handOf = (draft: SQL) => sql`(select 'by hand' from single_mails y where y.draft_id = ${draft})`;
/** Of `d`, a draft without a step. */
const handKind = sql`case when d.draft_type = 'first_outreach' then 'First mail' else 'Follow-up' end`;

type Row = Omit<Happened, "at" | "letter" | "stop"> & { at: string; letter: Happened["letter"] };

/**
 * Everything that happened with one contact, the newest first; that and why something stopped right above the answer that did it.
 * @returns `earlier`: there is more behind the first `limit`.
 */
export async function readHappened(
  tx: TeamTransaction,
  contactId: string,
  limit: number,
): Promise<{ happened: Happened[]; earlier: boolean }> {
  const rows = await readRows<Row>(
    tx,
    sql`select h.*, (
          select json_build_object('from', coalesce(x.from_email, ''), 'to', m.email, 'isThere', x.graph_id is not null, 'threadId',
            (select t.id from reply_threads t where t.contact_id = x.contact_id and t.sender_account_id = x.sender_account_id))
          from mailbox_messages x join sender_accounts m on m.id = x.sender_account_id
          where h.kind in ${anyOf(threadKinds)} and x.id = h.id) as letter
        from (
          select e.id, 'sent' as kind, e.sent_at as at, e.subject as title, coalesce(k.name, ${handOf(sql`e.draft_id`)}, '') as about,
            (select m.name from signatures g join members m on m.id = g.signed_by where g.draft_id = e.draft_id and g.voided_at is null limit 1) as by,
            left(regexp_replace(e.body, '<[^>]*>', ' ', 'g'), 240) as text,
            (select coalesce(q.name, ${handKind}) from email_drafts d left join campaign_sequences q on q.id = d.sequence_id
             where d.id = e.draft_id and (q.id is not null or ${handOf(sql`d.id`)} is not null)) as place,
            ${hasLeftOtherwise(sql`e.draft_id`)} as otherwise
          from sent_emails e left join campaigns k on k.id = e.campaign_id where e.contact_id = ${contactId}
          union all
          select x.id, x.kind, x.received_at, coalesce(x.subject, ''), coalesce(x.status_code, ''), null, coalesce(x.snippet, ''), coalesce(x.blames, ${isAway}), false
          from mailbox_messages x where x.contact_id = ${contactId}
          union all
          select (array_agg(s.id))[1], 'suppressed', s.created_at, s.reason, '', m.name, '', null, false ${suppressionsEver(sql`${contactId}`)} left join members m on m.id = s.created_by
          where not (s.reason = 'unsubscribed' and exists (select 1 from mailbox_messages n
            where n.contact_id = ${contactId} and n.kind = 'unsubscribe' and n.created_at = s.created_at)) group by s.created_at, s.reason, m.name
          union all
          select (array_agg(s.id))[1], 'lifted', s.lifted_at, coalesce(s.lift_reason, ''), '', m.name, '', null, false ${suppressionsEver(sql`${contactId}`)} left join members m on m.id = s.lifted_by
          where s.lifted_at is not null group by s.lifted_at, s.lift_reason, m.name
          union all
          select a.id, a.verb, a.at, coalesce(a.detail->>'address', a.detail->>'as', (select coalesce(w.name, w.email) from contacts w where w.id = (a.detail->>'by')::uuid), a.detail->>'until', ''), coalesce(k.name, ${handOf(sql`(a.detail->>'draftId')::uuid`)}, ''), m.name, '', null, false
          from activities a left join campaigns k on k.id = a.campaign_id left join members m on m.id = a.member_id
          where a.contact_id = ${contactId} and a.verb in ${storyVerbs} and a.detail->>'as' is distinct from 'left'
          union all
          select c.id, 'enrolled', c.enrolled_at, k.name, '', null, '', null, false
          from campaign_contacts c join campaigns k on k.id = c.campaign_id where c.contact_id = ${contactId}
          union all
          select d.id, 'rejected', d.rejected_at, coalesce(d.reject_reason, ''), coalesce(k.name, ${handOf(sql`d.id`)}, ''), m.name,
            case when k.id is null then left(regexp_replace(coalesce(d.edited_body, d.body), '<[^>]*>', ' ', 'g'), 240) else '' end,
            coalesce(q.name, case when ${handOf(sql`d.id`)} is not null then ${handKind} end), false
          from email_drafts d left join campaigns k on k.id = d.campaign_id left join campaign_sequences q on q.id = d.sequence_id
            left join members m on m.id = d.rejected_by
          where d.contact_id = ${contactId} and d.rejected_at is not null
          union all
          select h.id, 'not sent', h.ended_at, coalesce(d.edited_subject, d.subject), case when h.ended_reason = 'suppressed' then 'suppressed' else coalesce(d.failure, '') end, null, '', ${handKind}, false
          from single_mails h join email_drafts d on d.id = h.draft_id where h.contact_id = ${contactId} and h.ended_reason in ('could not be sent', 'suppressed')
          union all
          select r.id, 'updated', b.finished_at, b.file_name, '', m.name, '', r.line::text, false
          from upload_rows r join upload_batches b on b.id = r.upload_batch_id left join members m on m.id = b.created_by
          where r.contact_id = ${contactId} and r.state = 'updated' and b.finished_at is not null
          union all
          select p.id, 'created', p.created_at, b.file_name, '', m.name, '',
            coalesce(p.upload_line, (select r.line from upload_rows r where r.upload_batch_id = b.id and r.contact_id = p.id and r.state = 'created' limit 1))::text, false
          from contacts p join upload_batches b on b.id = p.upload_batch_id left join members m on m.id = b.created_by where p.id = ${contactId}
          order by at desc limit ${limit + 1}
        ) h order by at desc`,
  );
  const earlier = rows.length > limit;
  const found = rows.slice(0, limit).map((row): Happened => ({ ...row, at: instantOf(row.at), stop: null }));
  const oldest = earlier ? found.at(-1)?.at : undefined;
  const stops = (await readStops(tx, contactId)).filter(({ event }) => !oldest || event.at >= oldest);
  return { happened: withStops(found, stops), earlier };
}

/** What an answer stopped stands right above it, whatever else happened between the two. */
function withStops(found: Happened[], stops: Awaited<ReturnType<typeof readStops>>): Happened[] {
  const happened = [...found];
  for (const { event, messageId } of stops) {
    const above = happened.findIndex((one) => one.id === messageId && one.letter !== null);
    const at = above >= 0 ? above : happened.findIndex((one) => one.at <= event.at);
    happened.splice(at >= 0 ? at : happened.length, 0, event);
  }
  return happened;
}
