import { eq } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { campaignSettings } from "@/db/schema/campaigns";
import { AppError } from "../../errors/app-error";
import { checkRules } from "../../schedule/check-rules";
import type { SendingRules } from "../../schedule/types";
import { readSendingRules } from "../read-sending-rules";
import { keepEdits, type Seen } from "./keep-edits";
import { lockDraftCampaign } from "./lock-draft-campaign";
import { readSettings } from "./read-settings";

/**
 * Changes some of a campaign's sending rules, before it is launched.
 * @throws AppError "not_found"; "conflict" where it was launched, or somebody changed the same meanwhile; "invalid" with a sentence at each wrong rule; nothing is then changed.
 */
export async function editRules(
  scope: Scope,
  campaignId: string,
  change: Partial<SendingRules>,
  now: Date,
  seen: Seen | null = null,
): Promise<void> {
  await withTeam(scope, async (tx) => {
    await lockDraftCampaign(tx, campaignId);
    const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
    const was = await readSendingRules(tx, campaignId);
    const rules: SendingRules = { ...was, ...given };
    const problems = checkRules(rules);
    if (rules.dailyLimit > 10_000) problems.push({ field: "dailyLimit", sentence: "More than 10,000 a day is not possible." });
    if (rules.spacingSeconds > 86_400) problems.push({ field: "spacingSeconds", sentence: "At most a day between two mails." });
    if (problems.length > 0)
      throw new AppError("invalid", undefined, Object.fromEntries(problems.map((problem) => [problem.field, problem.sentence])));
    const fields = (Object.keys(given) as (keyof SendingRules)[]).map((key) => [
      key,
      { is: asKept(was, key), mine: asKept(rules, key) },
    ]);
    const known = seen && { ...seen, from: Object.fromEntries(Object.keys(given).map((key) => [key, asKept(seen.from, key)])) };
    const edits = await keepEdits(tx, scope, await readSettings(tx, campaignId), Object.fromEntries(fields), known, now);
    await tx
      .update(campaignSettings)
      .set({
        sendWindowStart: rules.windowStart,
        sendWindowEnd: rules.windowEnd,
        sendDays: [...rules.days],
        timezone: rules.timeZone,
        dailyLimit: rules.dailyLimit,
        delayBetweenEmailsSeconds: rules.spacingSeconds,
        edits,
        updatedAt: now,
        updatedBy: scope.memberId,
      })
      .where(eq(campaignSettings.campaignId, campaignId));
  });
}

/** One spelling of each rule: "9:00" and "09:00:00" are the same hour, and days have no order. */
function asKept(rules: Record<string, unknown>, key: string): unknown {
  const value = rules[key];
  if (Array.isArray(value)) return [...value].sort();
  if ((key === "windowStart" || key === "windowEnd") && typeof value === "string") return value.padStart(5, "0").slice(0, 5);
  return value;
}
