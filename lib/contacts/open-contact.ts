import { eq, sql } from "drizzle-orm";
import { anyOf } from "@/db/access/any-of";
import { instantOf, readRows } from "@/db/access/read-rows";
import { suppressionOrder, suppressionsOf } from "@/db/access/suppressions-of";
import { type Scope, withTeam } from "@/db/access/with-team";
import { contacts, uploadBatches } from "@/db/schema/contacts";
import { emailReplies } from "@/db/schema/replies";
import { type ContactStatus, type EndReason, openStatuses, type SuppressionReason, type WaitReason } from "@/db/schema/words";
import { AppError } from "../errors/app-error";
import { differingDraft } from "../mail/compare/differing-draft";
import { type OtherAddress, readOtherAddresses } from "./addresses/read-other-addresses";
import { elsewhereIn } from "./enrolled-earlier";
import { type HandMail, readHandMails } from "./read-hand-mails";
import { standing } from "./standing";
import type { Happened } from "./story/happened";
import { readHappened } from "./story/read-happened";

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
  /** Of its campaign. */
  zone: string;
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
export type ContactView = {
  contact: typeof contacts.$inferSelect;
  otherAddresses: OtherAddress[];
  lists: { id: string; name: string }[];
  /** The import that took them with it when it was taken back. */
  goneWith: { id: string; fileName: string } | null;
  suppressed: { id: string; reason: SuppressionReason; since: Date } | null;
  enrolments: Enrolment[];
  planned: Planned[];
  /** Written by hand, and not left yet. */
  byHand: HandMail[];
  /** The newest first. `earlier`: there is more than was asked for. */
  happened: Happened[];
  earlier: boolean;
};

const firstHappened = 100;
const mostHappened = 2000;

/**
 * Everything sent to, received from and planned for one contact. Looking at it marks its replies as seen.
 * @param more.whole all that happened; else the newest of it.
 * @throws AppError "not_found".
 */
export function openContact(scope: Scope, contactId: string, now: Date, { whole = false } = {}): Promise<ContactView> {
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
    const [goneWith] =
      contact.archivedAt && contact.archiveAct
        ? await tx
            .select({ id: uploadBatches.id, fileName: uploadBatches.fileName })
            .from(uploadBatches)
            .where(eq(uploadBatches.takenAct, contact.archiveAct))
        : [];
    const [suppressed] = await readRows<{ id: string; reason: SuppressionReason; since: string }>(
      tx,
      sql`select s.id, s.reason, s.created_at as since ${suppressionsOf(sql`${contactId}`)} order by ${suppressionOrder} limit 1`,
    );
    const enrolments = await readRows<Omit<Enrolment, "nextAt"> & { nextAt: string | null }>(
      tx,
      sql`select c.id as "campaignContactId", k.id as "campaignId", k.name as "campaignName", ${standing.status} as status, ${standing.endedReason} as "endedReason", c.wait_reason as "waitReason",
            c.next_at as "nextAt", (select g.timezone from campaign_settings g where g.campaign_id = k.id) as zone, s.name as "nextStep", m.email as mailbox, ${elsewhereIn} as elsewhere,
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
          where c.contact_id = ${contactId} and c.status in ${anyOf(openStatuses)} and k.status <> 'completed' order by c.enrolled_at desc, s.sequence_order desc`,
    );
    const story = await readHappened(tx, contactId, whole ? mostHappened : firstHappened);
    return {
      contact,
      otherAddresses: await readOtherAddresses(tx, contactId),
      lists,
      goneWith: goneWith ?? null,
      suppressed: suppressed ? { ...suppressed, since: instantOf(suppressed.since) } : null,
      enrolments: enrolments.map((row) => ({ ...row, nextAt: instantOf(row.nextAt) })),
      byHand: await readHandMails(tx, contactId),
      planned: planned.map((row) => ({ ...row, at: instantOf(row.at), signedAt: instantOf(row.signedAt) })),
      ...story,
    };
  });
}
