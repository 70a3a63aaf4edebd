import { eq } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { campaignSettings } from "@/db/schema/campaigns";
import { AppError } from "../../errors/app-error";
import type { AnswerRules } from "../../schedule/types";
import { keepEdits, type Seen } from "./keep-edits";
import { lockDraftCampaign } from "./lock-draft-campaign";
import { readSettings } from "./read-settings";

/**
 * Changes what a campaign makes of answers, before it is launched: they are shown with its other rules, and are fixed with them.
 * @throws AppError "not_found", "conflict", "invalid" with a sentence.
 */
export async function editAnswerRules(
  scope: Scope,
  campaignId: string,
  change: Partial<AnswerRules>,
  now: Date,
  seen: Seen | null = null,
): Promise<void> {
  const { awayDays, replyStops } = change;
  if (awayDays !== undefined && !(Number.isInteger(awayDays) && awayDays >= 1 && awayDays <= 90))
    throw new AppError("invalid", undefined, { awayDays: "From 1 to 90 days." });
  await withTeam(scope, async (tx) => {
    await lockDraftCampaign(tx, campaignId);
    const row = await readSettings(tx, campaignId);
    const fields = {
      ...(awayDays === undefined ? {} : { awayDays: { is: row.awayDays, mine: awayDays } }),
      ...(replyStops === undefined ? {} : { replyStops: { is: row.replyStops, mine: replyStops } }),
    };
    const edits = await keepEdits(tx, scope, row, fields, seen, now);
    await tx
      .update(campaignSettings)
      .set({
        ...(awayDays === undefined ? {} : { awayDays }),
        ...(replyStops === undefined ? {} : { replyStops }),
        edits,
        updatedAt: now,
        updatedBy: scope.memberId,
      })
      .where(eq(campaignSettings.campaignId, campaignId));
  });
}
