import { eq } from "drizzle-orm";
import type { TeamTransaction } from "@/db/access/with-team";
import { campaignSequences } from "@/db/schema/campaigns";
import { AppError } from "../../errors/app-error";
import { lockDraftCampaign } from "./lock-draft-campaign";

/**
 * A step of a campaign that may still be changed, with its campaign locked until the transaction ends. The step is read under
 * that lock: what was read before may have been moved, rewritten or removed while somebody else was waited for.
 * @throws AppError "not_found", "conflict" when the campaign was launched.
 */
export async function lockDraftStep(tx: TeamTransaction, stepId: string) {
  const [owner] = await tx
    .select({ campaignId: campaignSequences.campaignId })
    .from(campaignSequences)
    .where(eq(campaignSequences.id, stepId));
  if (!owner) throw new AppError("not_found");
  await lockDraftCampaign(tx, owner.campaignId);
  const [step] = await tx.select().from(campaignSequences).where(eq(campaignSequences.id, stepId));
  if (!step) throw new AppError("not_found");
  return step;
}
