import { and, eq, inArray } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { campaignSettings, campaigns } from "@/db/schema/campaigns";
import { AppError } from "../../errors/app-error";
import type { AnswerRules } from "../read-answer-rules";

/**
 * Changes what a campaign makes of answers, also while it runs: nothing leaves sooner by it that would not have left. What holds somebody already
 * stays. @throws AppError "not_found", "conflict" for a finished campaign, "invalid" with a sentence.
 */
export async function editAnswerRules(scope: Scope, campaignId: string, change: Partial<AnswerRules>, now: Date): Promise<void> {
  const { awayDays, replyStops } = change;
  if (awayDays !== undefined && !(Number.isInteger(awayDays) && awayDays >= 1 && awayDays <= 90))
    throw new AppError("invalid", undefined, { awayDays: "From 1 to 90 days." });
  await withTeam(scope, async (tx) => {
    const [campaign] = await tx.select({ status: campaigns.status }).from(campaigns).where(eq(campaigns.id, campaignId));
    if (!campaign) throw new AppError("not_found");
    const open = tx
      .select({ id: campaigns.id })
      .from(campaigns)
      .where(inArray(campaigns.status, ["draft", "active", "paused"]));
    const changed = await tx
      .update(campaignSettings)
      .set({
        ...(awayDays === undefined ? {} : { awayDays }),
        ...(replyStops === undefined ? {} : { replyStops }),
        updatedAt: now,
      })
      .where(and(eq(campaignSettings.campaignId, campaignId), inArray(campaignSettings.campaignId, open)))
      .returning({ id: campaignSettings.id });
    if (changed.length === 0) throw new AppError("conflict", "The campaign is finished.");
  });
}
