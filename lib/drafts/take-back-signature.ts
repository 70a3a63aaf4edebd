import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { type Scope, type TeamTransaction, withTeam } from "@/db/access/with-team";
import { campaignContacts } from "@/db/schema/campaigns";
import { emailDrafts, signatures } from "@/db/schema/drafts";
import { deliveries } from "@/db/schema/sending";
import { draftedInMailbox, openStatuses, withExchange } from "@/db/schema/words";
import { AppError } from "../errors/app-error";
import { emit } from "../events/emit";
import { takeBackSlots } from "../slots/take-back-slots";
import { type DraftRow, lockDraft } from "./lock-draft";
import { wakeRun } from "./sign-draft";

/**
 * Takes signatures back, as long as the mail was not handed to Exchange. Of several, those that left already are passed over.
 * @returns those that were taken back. @throws AppError "conflict" when the only one left already, "not_found".
 */
export async function takeBackSignatures(scope: Scope, draftIds: string[], now: Date): Promise<string[]> {
  return withTeam(scope, async (tx) => {
    const taken: string[] = [];
    for (const draftId of [...draftIds].sort()) {
      const { draft, campaign, contact } = await lockDraft(tx, draftId);
      try {
        await backToDraft(tx, scope, draft, "Taken back", now);
      } catch (error) {
        if (draftIds.length > 1 && error instanceof AppError && error.code === "conflict") continue;
        throw error;
      }
      await wakeRun(tx, scope.teamId, campaign.id, contact.id, draftId, now);
      taken.push(draftId);
    }
    return taken;
  });
}

/** Turns a signed draft into one that waits for a signature again, and takes its slot back. */
export async function backToDraft(tx: TeamTransaction, scope: Scope, draft: DraftRow, cause: string, now: Date) {
  // Whatever its state: an intent that is being written holds this row, and one that comes later finds the signature void.
  const [delivery] = await tx
    .select({ state: deliveries.state, mailbox: deliveries.senderAccountId })
    .from(deliveries)
    .where(eq(deliveries.draftId, draft.id))
    .for("update");
  const handedOver = delivery !== undefined && withExchange.includes(delivery.state);
  if (handedOver || draft.status === "sent")
    throw new AppError("conflict", "This mail has left already, so its signature stays.");
  await tx
    .update(signatures)
    .set({ voidedAt: now, voidedBy: scope.memberId, voidCause: cause })
    .where(and(eq(signatures.draftId, draft.id), isNull(signatures.voidedAt)));
  await takeBackSlots(tx, sql`e.draft_id = ${draft.id}`, cause);
  if (delivery && draftedInMailbox.includes(delivery.state)) {
    // It lies in the mailbox, where its owner could send it: the sweep removes it, and is not waited for.
    const data = { teamId: scope.teamId, senderAccountId: delivery.mailbox };
    await emit(tx, "mailbox/poll", [{ eventId: `useless:${draft.id}:${now.getTime()}`, data }]);
  }
  await tx.update(emailDrafts).set({ status: "draft", approvedAt: null, updatedAt: now }).where(eq(emailDrafts.id, draft.id));
  if (draft.campaignContactId) {
    await tx
      .update(campaignContacts)
      .set({ waitReason: "needs_signature", nextAt: null })
      .where(and(eq(campaignContacts.id, draft.campaignContactId), inArray(campaignContacts.status, openStatuses)));
  }
}
