import { eq, inArray, sql } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { campaignSequences, campaignSettings, campaigns } from "@/db/schema/campaigns";
import { testCopies } from "@/db/schema/sending";
import { AppError } from "../../errors/app-error";
import { keepRemoval, type Removal } from "../../removals/keep-removal";
import { lockDraftCampaign } from "./lock-draft-campaign";

/**
 * Deletes a campaign that was never launched, with its rules and steps. What was launched stays for the record.
 * @returns what it is taken back by. @throws AppError "not_found", "conflict".
 */
export async function deleteCampaign(scope: Scope, campaignId: string, now: Date): Promise<Removal> {
  return withTeam(scope, async (tx) => {
    const campaign = await lockDraftCampaign(tx, campaignId);
    if (campaign.launchedAt) throw new AppError("conflict", "A launched campaign cannot be deleted.");
    const its = sql`campaign_id = ${campaignId}`;
    const removal = await keepRemoval(
      tx,
      scope,
      {
        kind: "campaign",
        id: campaignId,
        rows: [
          { table: "campaigns", where: sql`id = ${campaignId}` },
          { table: "campaign_settings", where: its },
          { table: "campaign_sequences", where: its },
        ],
      },
      now,
    );
    const gone = await tx
      .delete(campaignSequences)
      .where(eq(campaignSequences.campaignId, campaignId))
      .returning({ id: campaignSequences.id });
    const steps = gone.map(({ id }) => id);
    await tx.update(testCopies).set({ sequenceId: null }).where(inArray(testCopies.sequenceId, steps));
    await tx.delete(campaignSettings).where(eq(campaignSettings.campaignId, campaignId));
    await tx.delete(campaigns).where(eq(campaigns.id, campaignId));
    return removal;
  });
}
