import { and, eq } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { campaignContacts } from "@/db/schema/campaigns";
import { emailDrafts } from "@/db/schema/drafts";
import { AppError } from "../errors/app-error";
import { lockDraft } from "./lock-draft";
import { wakeRun } from "./sign-draft";

/** Takes a rejection back: the draft waits for a signature again and the campaign goes on for the contact. */
export async function takeBackRejection(scope: Scope, draftId: string, now: Date) {
  await withTeam(scope, async (tx) => {
    const { draft, contact, campaign } = await lockDraft(tx, draftId);
    if (!draft.rejectedAt || contact.endedReason !== "rejected")
      throw new AppError("conflict", "There is no rejection to take back.");
    if (campaign.status === "completed") throw new AppError("conflict", "The campaign is finished.");
    await tx
      .update(emailDrafts)
      .set({ rejectedAt: null, rejectedBy: null, rejectReason: null, updatedAt: now })
      .where(eq(emailDrafts.id, draftId));
    await tx
      .update(campaignContacts)
      .set({
        status: contact.currentSequenceStep > 0 ? "in_progress" : "pending",
        endedReason: null,
        completedAt: null,
        stoppedBy: null,
        waitReason: "needs_signature",
        runId: null,
      })
      .where(and(eq(campaignContacts.id, contact.id), eq(campaignContacts.endedReason, "rejected")));
    await wakeRun(tx, scope.teamId, campaign.id, contact.id, draftId, now);
  });
}
