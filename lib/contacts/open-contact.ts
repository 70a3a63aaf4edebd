import { eq, type SQL, sql } from "drizzle-orm";
import { anyOf } from "@/db/access/any-of";
import { instantOf, readRows } from "@/db/access/read-rows";
import { suppressionOrder, suppressionsEver, suppressionsOf } from "@/db/access/suppressions-of";
import { type Scope, withTeam } from "@/db/access/with-team";
import { contacts } from "@/db/schema/contacts";
import type { Verb } from "@/db/schema/events";
import { emailReplies } from "@/db/schema/replies";
import {
  type ContactStatus,
  type EndReason,
  type MessageKind,
  openStatuses,
  type SuppressionReason,
  type WaitReason,
} from "@/db/schema/words";
import { AppError } from "../errors/app-error";
import { differingDraft } from "../mail/compare/differing-draft";
import { hasLeftOtherwise } from "../mail/compare/has-left-otherwise";
import { type OtherAddress, readOtherAddresses } from "./addresses/read-other-addresses";
import { elsewhereIn } from "./enrolled-earlier";
import { type HandMail, readHandMails } from "./read-hand-mails";

export type Enrolment = {
  campaignContactId: string;
  campaignId: string;
  campaignName: string;
  status: ContactStatus;
  endedReason: EndReason | null;
  waitReason: WaitReason | null;
  /** The campaign that goes first. */
  elsewhere: string | null;
  /** The mail that left otherwise than signed, where that holds the contact. */
  differingDraftId: string | null;
  nextAt: Date | null;
  nextStep: string | null;
  mailbox: string;
};
export type Planned = {
  stepName: string;
  campaignName: string;
  at: Date | null;
  signedBy: string | null;
  signedAt: Date | null;
  draftId: string | null;
  written: boolean;
  text: string;
};
/** What the record tells of a contact that no other table does. */
const storyVerbs = [
  "stopped a contact",
  "edited a contact",
  "changed a hold",
  "placed a message",
  "removed an address",
  "cancelled a mail",
  "took a cancelling back",
] as const satisfies Verb[];
type StoryVerb = (typeof storyVerbs)[number];
export type Happened = {
  id: string;
  kind:
    | "sent"
    | MessageKind
    | "ended"
    | "created"
    | "updated"
    | "suppressed"
    | "lifted"
    | "enrolled"
    | "rejected"
    | "not sent"
    | StoryVerb;
  at: Date;
  /** The subject of a mail, the name of a file, the reason of a suppression or an end, what a hold was changed to. */
  title: string;
  /** The campaign, or "by hand". */
  about: string;
  /** Who signed, brought in, suppressed or lifted. */
  by: string | null;
  text: string;
  /** The step of a sent mail, the line of a file, whom a report blames, or "away" for an automatic answer that holds. */
  place: string | null;
  /** Of a sent mail: what left is not what was signed. */
  otherwise: boolean;
};

export type ContactView = {
  contact: typeof contacts.$inferSelect;
  otherAddresses: OtherAddress[];
  lists: { id: string; name: string }[];
  suppressed: { id: string; reason: SuppressionReason; since: Date } | null;
  enrolments: Enrolment[];
  planned: Planned[];
  /** Written by hand, and not left yet. */
  byHand: HandMail[];
  happened: Happened[];
};

/** Of an automatic answer `x`: it says that somebody is away, or holds them. */
const isAway = sql`case when x.kind = 'automatic' and x.wish is distinct from 'left' and (x.away_sentence is not null or exists (select 1 from contact_holds h where h.message_id = x.id)) then 'away' end`;

/** Of a mail without a campaign "by hand", by its draft; null of any other. */
const handOf = (draft: SQL) => sql`(select 'by hand' from single_mails y where y.draft_id = ${draft})`;
/** Of `d`, a draft without a step. */
const handKind = sql`case when d.draft_type = 'first_outreach' then 'First mail' else 'Follow-up' end`;

/** Everything sent to, received from and planned for one contact. Looking at it marks its replies as seen. @throws AppError "not_found". */
export function openContact(scope: Scope, contactId: string, now: Date): Promise<ContactView> {
  return withTeam(scope, async (tx) => {
    const [contact] = await tx.select().from(contacts).where(eq(contacts.id, contactId));
    if (!contact) throw new AppError("not_found");
    await tx
      .update(emailReplies)
      .set({ seenAt: now, seenBy: scope.memberId })
      .where(sql`${emailReplies.contactId} = ${contactId} and ${emailReplies.seenAt} is null`);
    const lists = await readRows<{ id: string; name: string }>(
      tx,
      sql`select l.id, l.name from contact_lists l join contact_list_members m on m.list_id = l.id where m.contact_id = ${contactId} order by l.name`,
    );
    const [suppressed] = await readRows<{ id: string; reason: SuppressionReason; since: string }>(
      tx,
      sql`select s.id, s.reason, s.created_at as since ${suppressionsOf(sql`${contactId}`)} order by ${suppressionOrder} limit 1`,
    );
    const enrolments = await readRows<Omit<Enrolment, "nextAt"> & { nextAt: string | null }>(
      tx,
      sql`select c.id as "campaignContactId", k.id as "campaignId", k.name as "campaignName", c.status, c.ended_reason as "endedReason", c.wait_reason as "waitReason",
            c.next_at as "nextAt", s.name as "nextStep", m.email as mailbox, ${elsewhereIn} as elsewhere,
            case when c.wait_reason = 'left_otherwise' then ${differingDraft(sql`c.id`)} end as "differingDraftId"
          from campaign_contacts c join campaigns k on k.id = c.campaign_id join sender_accounts m on m.id = c.sender_account_id
            left join campaign_sequences s on s.campaign_id = c.campaign_id and s.sequence_order = c.current_sequence_step + 1
          where c.contact_id = ${contactId} order by c.enrolled_at desc`,
    );
    const planned = await readRows<Omit<Planned, "at" | "signedAt"> & { at: string | null; signedAt: string | null }>(
      tx,
      sql`select s.name as "stepName", k.name as "campaignName", coalesce(e.scheduled_for, case when s.sequence_order = c.current_sequence_step + 1 then case when c.next_at is not null then greatest(c.next_at, c.due_at) end end) as at,
            m.name as "signedBy", g.signed_at as "signedAt",
            d.id as "draftId", d.id is not null as written, left(regexp_replace(coalesce(d.edited_body, d.body, ''), '<[^>]*>', ' ', 'g'), 160) as text
          from campaign_contacts c join campaigns k on k.id = c.campaign_id join campaign_sequences s on s.campaign_id = c.campaign_id and s.sequence_order > c.current_sequence_step
            left join email_drafts d on d.campaign_contact_id = c.id and d.sequence_id = s.id left join scheduled_emails e on e.draft_id = d.id and e.status = 'pending'
            left join signatures g on g.draft_id = d.id and g.voided_at is null left join members m on m.id = g.signed_by
          where c.contact_id = ${contactId} and c.status in ${anyOf(openStatuses)} order by c.enrolled_at desc, s.sequence_order desc`,
    );
    const happened = await readRows<Omit<Happened, "at"> & { at: string }>(
      tx,
      sql`select * from (
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
            select a.id, a.verb, a.at, coalesce(a.detail->>'address', a.detail->>'as', ''), coalesce(k.name, ${handOf(sql`(a.detail->>'draftId')::uuid`)}, ''), m.name, '', null, false
            from activities a left join campaigns k on k.id = a.campaign_id left join members m on m.id = a.member_id
            where a.contact_id = ${contactId} and a.verb in ${storyVerbs} and a.detail->>'as' is distinct from 'left'
            union all
            select c.id, 'enrolled', c.enrolled_at, k.name, '', null, '', null, false
            from campaign_contacts c join campaigns k on k.id = c.campaign_id where c.contact_id = ${contactId}
            union all
            select c.id, 'ended', c.completed_at, c.ended_reason, k.name, m.name, '', null, false
            from campaign_contacts c join campaigns k on k.id = c.campaign_id left join members m on m.id = c.stopped_by
            where c.contact_id = ${contactId} and c.ended_reason in ('company answered', 'left the company') and c.completed_at is not null
            union all
            select d.id, 'rejected', d.rejected_at, coalesce(d.reject_reason, ''), coalesce(k.name, ${handOf(sql`d.id`)}, ''), m.name,
              case when k.id is null then left(regexp_replace(coalesce(d.edited_body, d.body), '<[^>]*>', ' ', 'g'), 240) else '' end,
              coalesce(q.name, case when ${handOf(sql`d.id`)} is not null then ${handKind} end), false
            from email_drafts d left join campaigns k on k.id = d.campaign_id left join campaign_sequences q on q.id = d.sequence_id
              left join members m on m.id = d.rejected_by
            where d.contact_id = ${contactId} and d.rejected_at is not null
            union all
            select h.id, 'not sent', h.ended_at, coalesce(d.edited_subject, d.subject), coalesce(d.failure, ''), null, '', ${handKind}, false
            from single_mails h join email_drafts d on d.id = h.draft_id where h.contact_id = ${contactId} and h.ended_reason = 'could not be sent'
            union all
            select r.id, 'updated', b.finished_at, b.file_name, '', m.name, '', r.line::text, false
            from upload_rows r join upload_batches b on b.id = r.upload_batch_id left join members m on m.id = b.created_by
            where r.contact_id = ${contactId} and r.state = 'updated' and b.finished_at is not null
            union all
            select p.id, 'created', p.created_at, b.file_name, '', m.name, '',
              (select r.line::text from upload_rows r where r.upload_batch_id = b.id and r.contact_id = p.id and r.state = 'created' limit 1), false
            from contacts p join upload_batches b on b.id = p.upload_batch_id left join members m on m.id = b.created_by where p.id = ${contactId}
          ) h order by at desc limit 100`,
    );
    return {
      contact,
      otherAddresses: await readOtherAddresses(tx, contactId),
      lists,
      suppressed: suppressed ? { ...suppressed, since: instantOf(suppressed.since) } : null,
      enrolments: enrolments.map((row) => ({ ...row, nextAt: instantOf(row.nextAt) })),
      byHand: await readHandMails(tx, contactId),
      planned: planned.map((row) => ({ ...row, at: instantOf(row.at), signedAt: instantOf(row.signedAt) })),
      happened: happened.map((row) => ({ ...row, at: instantOf(row.at) })),
    };
  });
}
