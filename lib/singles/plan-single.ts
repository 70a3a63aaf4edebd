import { and, eq, sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";
import { emailDrafts } from "@/db/schema/drafts";
import { singleMails } from "@/db/schema/letters";
import { scheduledEmails } from "@/db/schema/sending";
import { emit } from "../events/emit";
import { singleRunName } from "./single-run-name";

/**
 * Gives a signed mail without a campaign its slot, or another one, and a run that sleeps until then: the row's fence names that run, and whatever
 * ran for it before can write no more. The caller holds the draft's row.
 * @returns false where the mail is over, or has no live signature.
 */
export async function planSingle(
  tx: TeamTransaction,
  teamId: string,
  singleMailId: string,
  at: Date,
  now: Date,
): Promise<boolean> {
  const [mail] = await readRows<{ draftId: string; contactId: string; senderAccountId: string; admission: number }>(
    tx,
    sql`select h.draft_id as "draftId", h.contact_id as "contactId", d.sender_account_id as "senderAccountId", h.admission
        from single_mails h join email_drafts d on d.id = h.draft_id
        where h.id = ${singleMailId} and h.ended_reason is null and d.sender_account_id is not null
          and exists (select 1 from signatures g where g.draft_id = d.id and g.voided_at is null) for update of h`,
  );
  if (!mail) return false;
  const { draftId, contactId, senderAccountId } = mail;
  const moved = await tx
    .update(scheduledEmails)
    .set({ scheduledFor: at })
    .where(and(eq(scheduledEmails.draftId, draftId), eq(scheduledEmails.status, "pending")))
    .returning({ id: scheduledEmails.id });
  if (moved.length === 0)
    await tx.insert(scheduledEmails).values({ draftId, contactId, senderAccountId, scheduledFor: at, createdAt: now });
  await tx
    .update(emailDrafts)
    .set({ status: "scheduled" })
    .where(and(eq(emailDrafts.id, draftId), eq(emailDrafts.status, "approved")));
  const admission = mail.admission + 1;
  const runId = singleRunName(singleMailId, admission);
  await tx
    .update(singleMails)
    .set({ admission, runId, admittedAt: now, waitReason: null, nextAt: null })
    .where(eq(singleMails.id, singleMailId));
  await emit(tx, "mail/planned", [{ eventId: `planned:${runId}`, data: { teamId, singleMailId, senderAccountId, admission } }]);
  return true;
}
