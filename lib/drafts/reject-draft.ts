import { eq } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { emailDrafts } from "@/db/schema/drafts";
import { endContact } from "../campaigns/end-contact";
import { AppError } from "../errors/app-error";
import { openDifferences, settleDifference } from "./changed/settle-difference";
import { lockDraft } from "./lock-draft";
import { backToDraft } from "./take-back-signature";

/**
 * Rejects a draft: it is never sent, and the campaign ends for this contact.
 * @param reason one of `rejectReasons` or a person's own words.
 * @throws AppError "conflict" when the mail left or was rejected already, "not_found".
 */
export async function rejectDraft(scope: Scope, draftId: string, reason: string, now: Date) {
  await withTeam(scope, async (tx) => {
    const { draft, contact } = await lockDraft(tx, draftId);
    if (draft.rejectedAt) throw new AppError("conflict", "This draft was rejected already.");
    if (draft.status !== "draft") await backToDraft(tx, scope, draft, "Rejected", now);
    // What somebody made of it in Outlook is settled with it.
    const [changed] = await openDifferences(tx, draftId);
    if (changed) await settleDifference(tx, scope, draft, changed, "rejected", now);
    await tx
      .update(emailDrafts)
      .set({ rejectedAt: now, rejectedBy: scope.memberId, rejectReason: reason, updatedAt: now })
      .where(eq(emailDrafts.id, draftId));
    await endContact(tx, { teamId: scope.teamId, campaignContactId: contact.id, memberId: scope.memberId }, "rejected", now);
  });
}
