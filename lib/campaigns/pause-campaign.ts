import { and, eq, inArray, sql } from "drizzle-orm";
import { type Scope, type TeamTransaction, withTeam } from "@/db/access/with-team";
import { campaignContacts, campaignPauses, campaigns } from "@/db/schema/campaigns";
import { openStatuses } from "@/db/schema/words";
import { AppError } from "../errors/app-error";
import { recordActivity } from "../events/record-activity";
import { takeBackSlots } from "../slots/take-back-slots";

/**
 * Pauses a campaign: from this moment no intent to send is written. Slots are taken back; signatures stay.
 * @returns how many slots were taken back. @throws AppError "not_found", "conflict" when it does not run.
 */
export async function pauseCampaign(scope: Scope, campaignId: string, now: Date): Promise<number> {
  return withTeam(scope, async (tx) => {
    const taken = await pauseInside(tx, scope, campaignId, now);
    if (taken !== null) return taken;
    const [there] = await tx.select({ status: campaigns.status }).from(campaigns).where(eq(campaigns.id, campaignId));
    if (!there) throw new AppError("not_found");
    throw new AppError("conflict", `This campaign is ${there.status} already. Nothing was changed.`);
  });
}

/**
 * Pauses inside a transaction that is open already.
 * @param scope without a person where the product pauses by itself. @returns how many slots were taken back; null where it did not run.
 */
export async function pauseInside(tx: TeamTransaction, scope: Scope, campaignId: string, now: Date): Promise<number | null> {
  const [paused] = await tx
    .update(campaigns)
    .set({ status: "paused", updatedAt: now })
    .where(and(eq(campaigns.id, campaignId), eq(campaigns.status, "active")))
    .returning({ id: campaigns.id });
  if (!paused) return null;
  await tx.insert(campaignPauses).values({ campaignId, pausedAt: now, pausedBy: scope.memberId });
  const taken = await takeBackSlots(tx, sql`e.campaign_id = ${campaignId}`, "Paused");
  await tx
    .update(campaignContacts)
    .set({ waitReason: "paused", nextAt: null })
    .where(and(eq(campaignContacts.campaignId, campaignId), inArray(campaignContacts.status, openStatuses)));
  await recordActivity(tx, scope, { verb: "paused", campaignId, detail: { slots: taken.length }, at: now });
  return taken.length;
}
