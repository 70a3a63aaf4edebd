import { eq } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { campaignSequences, campaignSettings, campaigns } from "@/db/schema/campaigns";
import { testCopies } from "@/db/schema/sending";
import { AppError } from "../../errors/app-error";
import { lockDraftCampaign } from "./lock-draft-campaign";

/** Deletes a campaign that was never launched. What was launched stays for the record. @throws AppError "not_found", "conflict". */
export async function deleteCampaign(scope: Scope, campaignId: string): Promise<void> {
  await withTeam(scope, async (tx) => {
    const campaign = await lockDraftCampaign(tx, campaignId);
    if (campaign.launchedAt) throw new AppError("conflict", "A launched campaign cannot be deleted.");
    const steps = await tx
      .select({ id: campaignSequences.id })
      .from(campaignSequences)
      .where(eq(campaignSequences.campaignId, campaignId));
    for (const { id } of steps) await tx.update(testCopies).set({ sequenceId: null }).where(eq(testCopies.sequenceId, id));
    await tx.delete(campaignSequences).where(eq(campaignSequences.campaignId, campaignId));
    await tx.delete(campaignSettings).where(eq(campaignSettings.campaignId, campaignId));
    await tx.delete(campaigns).where(eq(campaigns.id, campaignId));
  });
}
