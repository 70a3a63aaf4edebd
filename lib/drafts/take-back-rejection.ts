import { eq } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { emailDrafts } from "@/db/schema/drafts";
import { reopenContact } from "../campaigns/reopen-contact";
import { AppError } from "../errors/app-error";
import { reopenSingle } from "../singles/reopen-single";
import { lockDraft } from "./lock-draft";
import { wakePlace } from "./place";

/**
 * Takes a rejection back: the draft waits for a signature again and the campaign goes on for the contact.
 * @throws AppError "not_found", "conflict" when there is none, or with what happened since and keeps the campaign ended.
 */
export async function takeBackRejection(scope: Scope, draftId: string, now: Date) {
  await withTeam(scope, async (tx) => {
    const { draft, place } = await lockDraft(tx, draftId);
    const ended = place.kind === "campaign" ? place.contact.endedReason : place.single.endedReason;
    if (!draft.rejectedAt || ended !== "rejected") throw new AppError("conflict", "There is no rejection to take back.");
    if (place.kind === "campaign")
      await reopenContact(tx, { campaignContactId: place.contact.id, draftId, reason: "rejected" }, now);
    else await reopenSingle(tx, place.single.id, "rejected");
    await tx
      .update(emailDrafts)
      .set({ rejectedAt: null, rejectedBy: null, rejectReason: null, updatedAt: now })
      .where(eq(emailDrafts.id, draftId));
    await wakePlace(tx, scope.teamId, place, draftId, now);
  });
}
