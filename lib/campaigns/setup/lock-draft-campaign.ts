import { eq } from "drizzle-orm";
import type { TeamTransaction } from "@/db/access/with-team";
import { campaigns } from "@/db/schema/campaigns";
import { AppError } from "../../errors/app-error";

/**
 * A campaign that may still be changed, locked until the transaction ends: what has been launched is not edited.
 * @throws AppError "not_found", "conflict" when it was launched.
 */
export async function lockDraftCampaign(tx: TeamTransaction, campaignId: string) {
  const [campaign] = await tx.select().from(campaigns).where(eq(campaigns.id, campaignId)).for("update");
  if (!campaign) throw new AppError("not_found");
  if (campaign.status !== "draft")
    throw new AppError("conflict", "This campaign was launched, so it can no longer be changed. Nothing was changed.");
  return campaign;
}
