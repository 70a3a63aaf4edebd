import { eq, sql } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { campaignSequences, campaigns } from "@/db/schema/campaigns";
import { testCopies } from "@/db/schema/sending";
import { keepRemoval, type Removal } from "../../removals/keep-removal";
import { lockDraftStep } from "./lock-draft-step";
import { renumberSteps } from "./renumber-steps";

/** Removes a step; those after it move up. @returns what it is taken back by. @throws AppError "not_found", "conflict". */
export async function removeStep(scope: Scope, stepId: string, now: Date): Promise<Removal> {
  return withTeam(scope, async (tx) => {
    const step = await lockDraftStep(tx, stepId);
    const rows = [{ table: "campaign_sequences" as const, where: sql`id = ${stepId}` }];
    const removal = await keepRemoval(tx, scope, { kind: "step", id: stepId, rows }, now);
    await tx.update(testCopies).set({ sequenceId: null }).where(eq(testCopies.sequenceId, stepId));
    await tx.delete(campaignSequences).where(eq(campaignSequences.id, stepId));
    await tx.update(campaigns).set({ updatedBy: scope.memberId }).where(eq(campaigns.id, step.campaignId));
    await renumberSteps(
      tx,
      step.campaignId,
      sql`case when sequence_order > ${step.sequenceOrder} then sequence_order - 1 else sequence_order end`,
    );
    return removal;
  });
}
