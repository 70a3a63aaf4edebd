import { eq } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { campaignSettings } from "@/db/schema/campaigns";
import { AppError } from "../../errors/app-error";
import { checkRules } from "../../schedule/check-rules";
import type { SendingRules } from "../../schedule/types";
import { readSendingRules } from "../read-sending-rules";
import { lockDraftCampaign } from "./lock-draft-campaign";

/**
 * Changes some of a campaign's sending rules, before it is launched.
 * @throws AppError "not_found", "conflict", "invalid" with a sentence at each wrong rule; nothing is then changed.
 */
export async function editRules(scope: Scope, campaignId: string, change: Partial<SendingRules>, now: Date): Promise<void> {
  await withTeam(scope, async (tx) => {
    await lockDraftCampaign(tx, campaignId);
    const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
    const rules: SendingRules = { ...(await readSendingRules(tx, campaignId)), ...given };
    const problems = checkRules(rules);
    if (rules.dailyLimit > 10_000) problems.push({ field: "dailyLimit", sentence: "More than 10,000 a day is not possible." });
    if (rules.spacingSeconds > 86_400) problems.push({ field: "spacingSeconds", sentence: "At most a day between two mails." });
    if (problems.length > 0)
      throw new AppError("invalid", undefined, Object.fromEntries(problems.map((problem) => [problem.field, problem.sentence])));
    await tx
      .update(campaignSettings)
      .set({
        sendWindowStart: rules.windowStart,
        sendWindowEnd: rules.windowEnd,
        sendDays: [...rules.days],
        timezone: rules.timeZone,
        dailyLimit: rules.dailyLimit,
        delayBetweenEmailsSeconds: rules.spacingSeconds,
        updatedAt: now,
        updatedBy: scope.memberId,
      })
      .where(eq(campaignSettings.campaignId, campaignId));
  });
}
