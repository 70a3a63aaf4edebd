import { eq } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { campaignSettings } from "@/db/schema/campaigns";
import { AppError } from "../../errors/app-error";
import type { AnswerRules } from "../../schedule/types";
import { lockDraftCampaign } from "./lock-draft-campaign";

/**
 * Changes what a campaign makes of answers, before it is launched: they are shown with its other rules, and are fixed with them.
 * @throws AppError "not_found", "conflict", "invalid" with a sentence.
 */
export async function editAnswerRules(scope: Scope, campaignId: string, change: Partial<AnswerRules>, now: Date): Promise<void> {
  const { awayDays, replyStops } = change;
  if (awayDays !== undefined && !(Number.isInteger(awayDays) && awayDays >= 1 && awayDays <= 90))
    throw new AppError("invalid", undefined, { awayDays: "From 1 to 90 days." });
  await withTeam(scope, async (tx) => {
    await lockDraftCampaign(tx, campaignId);
    await tx
      .update(campaignSettings)
      .set({
        ...(awayDays === undefined ? {} : { awayDays }),
        ...(replyStops === undefined ? {} : { replyStops }),
        updatedAt: now,
        updatedBy: scope.memberId,
      })
      .where(eq(campaignSettings.campaignId, campaignId));
  });
}
