import { eq, sql } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { campaignSequences, campaigns } from "@/db/schema/campaigns";
import { lockDraftStep } from "./lock-draft-step";
import { renumberSteps } from "./renumber-steps";

/** Removes a step; those after it move up. @throws AppError "not_found", "conflict". */
export async function removeStep(scope: Scope, stepId: string): Promise<void> {
  await withTeam(scope, async (tx) => {
    const step = await lockDraftStep(tx, stepId);
    await tx.delete(campaignSequences).where(eq(campaignSequences.id, stepId));
    await tx.update(campaigns).set({ updatedBy: scope.memberId }).where(eq(campaigns.id, step.campaignId));
    await renumberSteps(
      tx,
      step.campaignId,
      sql`case when sequence_order > ${step.sequenceOrder} then sequence_order - 1 else sequence_order end`,
    );
  });
}
