import { eq } from "drizzle-orm";
import { type Scope, type TeamTransaction, withTeam } from "@/db/access/with-team";
import { emailDrafts } from "@/db/schema/drafts";
import { deliveries } from "@/db/schema/sending";
import { unsettled, withExchange } from "@/db/schema/words";
import { endContact } from "../campaigns/end-contact";
import { readAct } from "../campaigns/words/read-act";
import { recordActivity } from "../events/record-activity";
import { endSingles } from "../singles/end-singles";
import { openDifferences, settleDifference } from "./changed/settle-difference";
import { type DraftRow, lockDraft } from "./lock-draft";
import { backToDraft } from "./take-back-signature";

/**
 * Rejects a draft: it is never sent, and the campaign ends for this contact. A signature it got meanwhile is taken back. What only
 * holds back is never refused: where the mail was handed over already, the campaign ends for the contact all the same.
 * @param reason one of `rejectReasons` or a person's own words.
 * @returns what was so already, where there was nothing left to reject. @throws AppError "not_found".
 */
export async function rejectDraft(scope: Scope, draftId: string, reason: string, now: Date): Promise<{ was: string | null }> {
  return withTeam(scope, async (tx) => {
    const { draft, place } = await lockDraft(tx, draftId);
    const { teamId, memberId } = scope;
    const end = (why: "rejected" | "stopped by hand") =>
      place.kind === "campaign"
        ? endContact(tx, { teamId, campaignContactId: place.contact.id, memberId }, why, now)
        : endSingles(tx, memberId, [place.single.id], "rejected", now).then((ended) => ended > 0);
    const reader = { memberId, now };
    if (draft.rejectedAt) {
      const { who, when } = await readAct(tx, { by: draft.rejectedBy, at: draft.rejectedAt }, reader);
      return { was: `${who} rejected it already${when}.` };
    }
    const gone = await lockHandedOver(tx, draft);
    if (gone) {
      const { when } = await readAct(tx, { by: null, at: gone.at }, reader);
      // A mail of its own is over once it was handed over: there is nothing to stop.
      if (place.kind === "campaign" && (await end("stopped by hand"))) {
        const { campaignId, contactId } = place.contact;
        await recordActivity(tx, scope, { verb: "stopped a contact", campaignId, contactId, at: now });
      }
      return { was: `The mail ${gone.left ? "had left" : "was handed over"} already${when}; nothing follows it.` };
    }
    if (draft.status !== "draft") await backToDraft(tx, scope, draft, "Rejected", now);
    // What somebody made of it in Outlook is settled with it.
    const [changed] = await openDifferences(tx, draftId);
    if (changed) await settleDifference(tx, scope, draft, changed, "rejected", now);
    await tx
      .update(emailDrafts)
      .set({ rejectedAt: now, rejectedBy: memberId, rejectReason: reason, updatedAt: now })
      .where(eq(emailDrafts.id, draftId));
    await end("rejected");
    return { was: null };
  });
}

/** When Exchange got the mail, or may have got it; null where it still lies with us. An intent that is being written is waited for. */
async function lockHandedOver(tx: TeamTransaction, draft: DraftRow): Promise<{ at: Date | null; left: boolean } | null> {
  const [delivery] = await tx.select().from(deliveries).where(eq(deliveries.draftId, draft.id)).for("update");
  if (delivery && withExchange.includes(delivery.state))
    return { at: delivery.submittedAt, left: !unsettled.includes(delivery.state) };
  return draft.status === "sent" ? { at: delivery?.submittedAt ?? null, left: true } : null;
}
