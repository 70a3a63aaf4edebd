import { eq, sql } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { campaignSequences, campaigns } from "@/db/schema/campaigns";
import { AppError } from "../../errors/app-error";
import { lockDraftStep } from "./lock-draft-step";
import { renumberSteps } from "./renumber-steps";

/**
 * Moves a step one place up or down.
 * @param seenAt the place it had where it was moved from. @throws AppError "not_found", "conflict" where it stands elsewhere by now.
 */
export async function moveStep(scope: Scope, stepId: string, by: -1 | 1, seenAt?: number): Promise<void> {
  await withTeam(scope, async (tx) => {
    const step = await lockDraftStep(tx, stepId);
    const from = step.sequenceOrder;
    if (seenAt !== undefined && seenAt !== from)
      throw new AppError("conflict", "Somebody put the steps into another order meanwhile. Nothing was changed.");
    const to = from + by;
    const [other] = await tx
      .select({ id: campaignSequences.id })
      .from(campaignSequences)
      .where(sql`${campaignSequences.campaignId} = ${step.campaignId} and ${campaignSequences.sequenceOrder} = ${to}`);
    if (!other) return;
    await tx.update(campaigns).set({ updatedBy: scope.memberId }).where(eq(campaigns.id, step.campaignId));
    await renumberSteps(
      tx,
      step.campaignId,
      sql`case sequence_order when ${from}::int then ${to}::int when ${to}::int then ${from}::int else sequence_order end`,
    );
  });
}
