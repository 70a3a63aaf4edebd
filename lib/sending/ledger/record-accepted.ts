import { and, eq, sql } from "drizzle-orm";
import type { TeamTransaction } from "@/db/access/with-team";
import { campaignContacts } from "@/db/schema/campaigns";
import { emailDrafts } from "@/db/schema/drafts";
import { singleMails } from "@/db/schema/letters";
import { scheduledEmails, sentEmails } from "@/db/schema/sending";
import { fillDueTimes } from "../../campaigns/fill-due-times";
import { AppError } from "../../errors/app-error";
import type { DeliveryRow } from "./ensure-delivery";

/**
 * Writes that a mail left, in the transaction that moves it in the ledger: the sent mail, its draft, its slot and how far the
 * contact is, or that a mail of its own is over. Once, by the unique ledger row of a sent mail.
 */
export async function recordAccepted(tx: TeamTransaction, row: DeliveryRow, sentAt: Date) {
  const [mail] = await tx
    .select({ draft: emailDrafts, enrolled: campaignContacts.recipientEmail, single: singleMails.recipientEmail })
    .from(emailDrafts)
    .leftJoin(campaignContacts, eq(campaignContacts.id, emailDrafts.campaignContactId))
    .leftJoin(singleMails, eq(singleMails.draftId, emailDrafts.id))
    .where(eq(emailDrafts.id, row.draftId));
  const recipientEmail = mail?.enrolled ?? mail?.single;
  if (!mail || !recipientEmail) throw new AppError("not_found");
  const { draft } = mail;
  // Before anything that hangs on it: who records a message holds a person's enrolments before their slots and their thread.
  if (row.campaignContactId)
    await tx
      .select({ id: campaignContacts.id })
      .from(campaignContacts)
      .where(eq(campaignContacts.id, row.campaignContactId))
      .for("no key update");
  const written = await tx
    .insert(sentEmails)
    .values({
      draftId: draft.id,
      contactId: row.contactId,
      senderAccountId: row.senderAccountId,
      campaignId: row.campaignId,
      draftType: draft.draftType,
      subject: draft.editedSubject ?? draft.subject,
      body: draft.editedBody ?? draft.body,
      recipientEmail,
      sentAt,
      messageId: row.internetMessageId,
      sequenceStep: draft.sequenceStep,
      campaignContactId: row.campaignContactId,
      deliveryId: row.id,
    })
    .onConflictDoNothing()
    .returning({ id: sentEmails.id });
  if (written.length === 0) return;
  await tx.update(emailDrafts).set({ status: "sent", updatedAt: sentAt }).where(eq(emailDrafts.id, draft.id));
  await tx
    .update(scheduledEmails)
    .set({ status: "sent" })
    .where(and(eq(scheduledEmails.draftId, draft.id), eq(scheduledEmails.status, "pending")));
  if (row.campaignId === null || row.campaignContactId === null) return endSent(tx, draft.id, sentAt);
  await tx
    .update(campaignContacts)
    .set({
      currentSequenceStep: sql`greatest(${campaignContacts.currentSequenceStep}, ${draft.sequenceStep ?? 1})`,
      lastEmailSentAt: sentAt,
      dueAt: null,
      // A reply may have come between sending and recording: its status stays.
      status: sql`case when ${campaignContacts.status} = 'pending' then 'in_progress' else ${campaignContacts.status} end`,
      waitReason: null,
      nextAt: null,
    })
    .where(eq(campaignContacts.id, row.campaignContactId));
  await fillDueTimes(tx, row.campaignId, row.campaignContactId);
}

/** It left, whatever somebody decided while it did. */
async function endSent(tx: TeamTransaction, draftId: string, endedAt: Date) {
  await tx
    .update(singleMails)
    .set({ endedReason: "sent", endedAt, endedBy: null, runId: null, waitReason: null, nextAt: null })
    .where(eq(singleMails.draftId, draftId));
}
