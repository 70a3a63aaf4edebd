import { type SQL, sql } from "drizzle-orm";
import { anyOf } from "@/db/access/any-of";
import { doubtful, type MailboxTrouble, openStatuses, type WaitReason, waitReasons, withExchange } from "@/db/schema/words";
import { enrolledEarlier } from "../../contacts/enrolled-earlier";
import { isChanged, isLeftOtherwise } from "./is-changed";

/**
 * What is known of the next mail of each open contact of a campaign, one row a contact, as a query to select from.
 * Columns: id, contact_id, recipient, mailbox (that they are mailed from), position, wait_reason, next_at, draft, status, missing, slot, state, look, silent_until, follow_up, thread_lost, sender_corrected, changed, left_otherwise, elsewhere, held (until when, infinity for until somebody decides), held_for, due, due_unknown (not computed yet).
 * @param ids only of these enrolments.
 */
export function waitFacts(campaignId: string, ids?: string[]): SQL {
  const only = ids ? sql`and c.id = any(${sql.param(ids)}::uuid[])` : sql``;
  return sql`select c.id, c.contact_id, c.recipient_email as recipient, c.sender_account_id as mailbox, c.position, c.wait_reason, c.next_at, c.model_silent_until as silent_until,
        c.current_sequence_step > 0 as follow_up, v.thread_lost_at is not null as thread_lost,
        (d.signed_from is not null and d.signed_from <> m.email and (v.state is null or v.state not in ${anyOf(withExchange)})) as sender_corrected,
        ${isChanged(sql`v.id`)} as changed, ${isLeftOtherwise(sql`v.id`, sql`c.id`)} as left_otherwise,
        ${isElsewhere} as elsewhere, h.held, h.held_for,
        d.id as draft, d.status::text as status, e.scheduled_for as slot, v.state, v.next_look_at as look,
        (cardinality(d.missing_fields) > 0 and d.edited_body is null and d.edited_subject is null and d.status = 'draft') as missing,
        c.due_at as due, (c.due_at is null and c.last_email_sent_at is not null and s.id is not null) as due_unknown
      from campaign_contacts c
        left join campaign_sequences s on s.campaign_id = c.campaign_id and s.sequence_order = c.current_sequence_step + 1
        left join email_drafts d on d.campaign_contact_id = c.id and d.sequence_id = s.id
        left join scheduled_emails e on e.draft_id = d.id and e.status = 'pending'
        left join deliveries v on v.draft_id = d.id
        left join (select h.campaign_contact_id as of, coalesce(h.until, 'infinity'::timestamptz) as held, h.kind as held_for
          from contact_holds h where h.ended_at is null) h on h.of = c.id
        join sender_accounts m on m.id = c.sender_account_id
      where c.campaign_id = ${campaignId} and c.status in ${anyOf(openStatuses)} ${only}`;
}

/** The contact of the enrolment `c` is under way in another campaign that enrolled them earlier: that one goes on first. */
export const isElsewhere = sql`exists (select 1 from campaign_contacts x join campaigns k on k.id = x.campaign_id where ${enrolledEarlier})`;

/** Whether a reason holds: for all contacts alike, or as a condition on `f`, a row of the facts. */
type Holds = SQL | boolean;

/** When the reasons hold that stand in the mail itself; the others are for the caller to know. */
export function holdsInMail(now: Date) {
  return {
    field_missing: sql`f.missing`,
    sender_corrected: sql`f.sender_corrected and f.status <> 'draft'`,
    changed_in_outlook: sql`f.changed`,
    left_otherwise: sql`f.left_otherwise`,
    elsewhere: sql`f.elsewhere`,
    in_doubt: sql`f.state in ${anyOf(doubtful)}`,
    thread_closed: sql`f.thread_lost and f.status <> 'draft'`,
    bounced_often: sql`f.held_for = 'bounced often' and f.held > ${now.toISOString()}::timestamptz`,
    out_of_office: sql`f.held_for = 'out of office' and f.held > ${now.toISOString()}::timestamptz`,
    asked_later: sql`f.held_for = 'asked for later' and f.held > ${now.toISOString()}::timestamptz`,
    model_silent: sql`f.draft is null and f.silent_until is not null`,
    being_written: sql`f.draft is null`,
    delay: sql`f.due > ${now.toISOString()}::timestamptz`,
    needs_signature: sql`f.status = 'draft'`,
  } satisfies Partial<Record<WaitReason, Holds>>;
}

/** The reasons that hold for a mailbox as a whole; one that cannot be read holds only whom it mailed before. */
export function holdsInMailbox(mailbox: {
  connected: boolean;
  trouble: MailboxTrouble | null;
  isUnread: boolean;
  isGuarded: boolean;
  isUnproven: boolean;
}) {
  const { connected, trouble, isUnread, isGuarded, isUnproven } = mailbox;
  return {
    mailbox_signed_out: !connected,
    mailbox_no_licence: trouble === "no_licence",
    mailbox_full: trouble === "full",
    mailbox_unreadable: isUnread && sql`f.follow_up`,
    mailbox_limited: trouble === "limited",
    mailbox_guarded: isGuarded,
    domain_unproven: isUnproven && sql`not f.follow_up`,
  } satisfies Partial<Record<WaitReason, Holds>>;
}

/** The first reason that holds, as SQL over `f`. Exactly one is found, if one of the conditions is `true`. */
export function firstThatHolds(holds: Record<WaitReason, Holds>): SQL {
  const branches = waitReasons.flatMap((reason) =>
    holds[reason] === false ? [] : [sql`when ${holds[reason]} then ${reason}::text`],
  );
  return sql`case ${sql.join(branches, sql` `)} end`;
}
