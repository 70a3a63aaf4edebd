import { and, eq, inArray, isNull } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { campaignContacts, campaigns } from "@/db/schema/campaigns";
import { campaignPauses } from "@/db/schema/launches";
import { openStatuses, underWay } from "@/db/schema/words";
import { AppError } from "../errors/app-error";
import { recordActivity } from "../events/record-activity";
import { endLeftOver } from "./end-left-over";
import { sayEnded } from "./words/say-ended";

/**
 * Ends a campaign before everybody got every mail: nothing more is planned for anybody. Cannot be undone. Of many people the
 * most follow after the click, which answers at once. What only holds back is never refused: where it had ended already, it says so.
 * @returns for how many people it ended, and what was so already. @throws AppError "not_found".
 */
export async function completeCampaign(
  scope: Scope,
  campaignId: string,
  now: Date,
): Promise<{ people: number; was: string | null }> {
  return withTeam(scope, async (tx) => {
    const [ended] = await tx
      .update(campaigns)
      .set({ status: "completed", completedAt: now, completedBy: scope.memberId, updatedAt: now })
      .where(and(eq(campaigns.id, campaignId), inArray(campaigns.status, underWay)))
      .returning({ id: campaigns.id });
    if (!ended) {
      const [there] = await tx.select().from(campaigns).where(eq(campaigns.id, campaignId));
      if (!there) throw new AppError("not_found");
      await endLeftOver(tx, scope.teamId, campaignId, now);
      return { people: 0, was: await sayEnded(tx, scope, there, now) };
    }
    await tx
      .update(campaignPauses)
      .set({ resumedAt: now, resumedBy: scope.memberId })
      .where(and(eq(campaignPauses.campaignId, campaignId), isNull(campaignPauses.resumedAt)));
    const people = await tx.$count(
      campaignContacts,
      and(eq(campaignContacts.campaignId, campaignId), inArray(campaignContacts.status, openStatuses)),
    );
    await endLeftOver(tx, scope.teamId, campaignId, now);
    await recordActivity(tx, scope, { verb: "ended", campaignId, detail: { people }, at: now });
    return { people, was: null };
  });
}
