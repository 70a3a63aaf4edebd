import { randomBytes } from "node:crypto";
import { and, eq, isNull, ne } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { emailDrafts } from "@/db/schema/drafts";
import { deliveries } from "@/db/schema/sending";
import { AppError } from "../../errors/app-error";

export type DeliveryRow = typeof deliveries.$inferSelect;

/**
 * The one ledger row of a draft: made the first time, found ever after.
 * @throws AppError "not_found" when the draft is not this team's, "conflict" when it was never signed.
 */
export async function ensureDelivery(scope: Scope, draftId: string, now: Date): Promise<DeliveryRow> {
  return withTeam(scope, async (tx) => {
    const [draft] = await tx.select().from(emailDrafts).where(eq(emailDrafts.id, draftId));
    if (!draft) throw new AppError("not_found");
    const { campaignId, campaignContactId, sequenceId, senderAccountId, contactId, requestHash } = draft;
    if (!senderAccountId || !requestHash) {
      throw new AppError("conflict", "This draft was never signed, so it cannot leave.");
    }
    await tx
      .insert(deliveries)
      .values({
        draftId,
        campaignId,
        campaignContactId,
        sequenceId,
        contactId,
        senderAccountId,
        requestHash,
        sendKey: randomBytes(16).toString("hex"),
        createdAt: now,
      })
      .onConflictDoNothing();
    // Handed over to another mailbox since, and nothing of it lies in the one before: whoever sends holds the lease of the new one.
    await tx
      .update(deliveries)
      .set({ senderAccountId, threadLostAt: null })
      .where(
        and(
          eq(deliveries.draftId, draftId),
          ne(deliveries.senderAccountId, senderAccountId),
          eq(deliveries.state, "queued"),
          isNull(deliveries.graphId),
        ),
      );
    const [row] = await tx.select().from(deliveries).where(eq(deliveries.draftId, draftId));
    if (!row) throw new AppError("conflict", "Another mail of this step is in the ledger already.");
    return row;
  });
}
