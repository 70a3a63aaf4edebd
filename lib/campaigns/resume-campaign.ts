import { and, eq, isNull } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { campaignPauses, campaigns } from "@/db/schema/campaigns";
import { AppError } from "../errors/app-error";
import { askFeed } from "../events/ask-feed";
import { recordActivity } from "../events/record-activity";

/** Lets a paused campaign send again; signed mails get new slots, spread from now on. @throws AppError "not_found", "conflict". */
export async function resumeCampaign(scope: Scope, campaignId: string, now: Date): Promise<void> {
  await withTeam(scope, async (tx) => {
    const [resumed] = await tx
      .update(campaigns)
      .set({ status: "active", updatedAt: now })
      .where(and(eq(campaigns.id, campaignId), eq(campaigns.status, "paused")))
      .returning({ id: campaigns.id });
    if (!resumed) {
      const [there] = await tx.select({ id: campaigns.id }).from(campaigns).where(eq(campaigns.id, campaignId));
      if (!there) throw new AppError("not_found");
      throw new AppError("conflict", "This campaign is not paused any more. Nothing was changed.");
    }
    await tx
      .update(campaignPauses)
      .set({ resumedAt: now, resumedBy: scope.memberId })
      .where(and(eq(campaignPauses.campaignId, campaignId), isNull(campaignPauses.resumedAt)));
    await askFeed(tx, scope.teamId, [campaignId]);
    await recordActivity(tx, scope, { verb: "resumed", campaignId, at: now });
  });
}
