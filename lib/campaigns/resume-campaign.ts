import { and, eq, isNull } from "drizzle-orm";
import { type Scope, type TeamTransaction, withTeam } from "@/db/access/with-team";
import { campaigns } from "@/db/schema/campaigns";
import { campaignPauses } from "@/db/schema/launches";
import { teams } from "@/db/schema/teams";
import { AppError } from "../errors/app-error";
import { askFeed } from "../events/ask-feed";
import { recordActivity } from "../events/record-activity";
import { compareDigest } from "../shown/compare-digest";
import { readShown } from "../shown/read-shown";
import { readAct } from "./words/read-act";

/** What was shown of a paused campaign: which pause, and the digest of what decides what leaves. A pause of an older version has no row. */
export type PauseSeen = { pauseId: string | null; digest: string };

/**
 * Lets a paused campaign send again as it was shown; signed mails get new slots, spread from now on.
 * @throws AppError "not_found"; "conflict" with who changed what since it was shown.
 */
export async function resumeCampaign(scope: Scope, campaignId: string, seen: PauseSeen, now: Date): Promise<void> {
  await withTeam(scope, async (tx) => {
    // Who resumes all is shown which campaigns go on: none joins them while that is written.
    await tx.select({ id: teams.id }).from(teams).for("share");
    const [campaign] = await tx.select().from(campaigns).where(eq(campaigns.id, campaignId)).for("update");
    if (!campaign) throw new AppError("not_found");
    const since = await sayPauseSince(tx, scope, campaign, seen.pauseId, now);
    if (since) throw new AppError("conflict", `${since} Nothing was changed.`);
    const [difference, ...others] = compareDigest(seen.digest, await readShown(tx, campaignId), scope.memberId);
    if (difference) throw new AppError("conflict", `${[difference, ...others].join(" ")} Look again before you resume.`);
    await tx.update(campaigns).set({ status: "active", updatedAt: now }).where(eq(campaigns.id, campaignId));
    await tx
      .update(campaignPauses)
      .set({ resumedAt: now, resumedBy: scope.memberId })
      .where(and(eq(campaignPauses.campaignId, campaignId), isNull(campaignPauses.resumedAt)));
    await askFeed(tx, scope.teamId, [campaignId]);
    await recordActivity(tx, scope, { verb: "resumed", campaignId, at: now });
  });
}

/** What became of the pause that was shown; null while it holds. */
async function sayPauseSince(
  tx: TeamTransaction,
  scope: Scope,
  campaign: typeof campaigns.$inferSelect,
  pauseId: string | null,
  now: Date,
): Promise<string | null> {
  const [was] = pauseId ? await tx.select().from(campaignPauses).where(eq(campaignPauses.id, pauseId)) : [];
  if (pauseId && !was) throw new AppError("not_found");
  const [open] = await tx
    .select()
    .from(campaignPauses)
    .where(and(eq(campaignPauses.campaignId, campaign.id), isNull(campaignPauses.resumedAt)));
  const reader = { memberId: scope.memberId, now };
  if (campaign.status === "completed") {
    const ended = await readAct(tx, { by: campaign.completedBy, at: campaign.completedAt }, reader);
    return campaign.completedBy ? `${ended.who} ended it${ended.when}.` : `It ended${ended.when}.`;
  }
  if (campaign.status === "paused" && (open?.id ?? null) === pauseId) return null;
  const resumed = was?.resumedAt ? await readAct(tx, { by: was.resumedBy, at: was.resumedAt }, reader) : null;
  const paused = open ? await readAct(tx, { by: open.pausedBy, at: open.pausedAt }, reader) : null;
  if (campaign.status !== "paused") return resumed ? `${resumed.who} resumed it${resumed.when}.` : "It is not paused.";
  if (!resumed) return paused ? `${paused.who} paused it${paused.when}.` : "It is not the same pause.";
  if (!paused) return `${resumed.who} resumed it${resumed.when}, and it is paused again.`;
  return resumed.who === paused.who
    ? `${resumed.who} resumed it and paused it again${paused.when}.`
    : `${resumed.who} resumed it, and ${paused.who === "You" ? "you" : paused.who} paused it again${paused.when}.`;
}
