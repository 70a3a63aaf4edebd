import { eq } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { emailDrafts } from "@/db/schema/drafts";
import { reopenContact } from "../campaigns/reopen-contact";
import { AppError } from "../errors/app-error";
import { lockDraft } from "./lock-draft";
import { wakeRun } from "./sign-draft";

/**
 * Takes a rejection back: the draft waits for a signature again and the campaign goes on for the contact.
 * @throws AppError "not_found", "conflict" when there is none, or with what happened since and keeps the campaign ended.
 */
export async function takeBackRejection(scope: Scope, draftId: string, now: Date) {
  await withTeam(scope, async (tx) => {
    const { draft, contact, campaign } = await lockDraft(tx, draftId);
    if (!draft.rejectedAt || contact.endedReason !== "rejected")
      throw new AppError("conflict", "There is no rejection to take back.");
    await reopenContact(tx, { campaignContactId: contact.id, draftId, reason: "rejected" }, now);
    await tx
      .update(emailDrafts)
      .set({ rejectedAt: null, rejectedBy: null, rejectReason: null, updatedAt: now })
      .where(eq(emailDrafts.id, draftId));
    await wakeRun(tx, scope.teamId, campaign.id, contact.id, draftId, now);
  });
}
