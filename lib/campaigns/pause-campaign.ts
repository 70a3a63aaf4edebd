import { and, eq, isNull } from "drizzle-orm";
import { type Scope, type TeamTransaction, withTeam } from "@/db/access/with-team";
import { campaigns } from "@/db/schema/campaigns";
import { campaignPauses } from "@/db/schema/launches";
import { AppError } from "../errors/app-error";
import { recordActivity } from "../events/record-activity";
import { holdBack, sayHeldBack } from "./hold-back";
import { readAct } from "./words/read-act";
import { sayEnded } from "./words/say-ended";

/**
 * Pauses a campaign: from this moment no intent to send is written. Slots are taken back; signatures stay. What only holds back is
 * never refused: where it was held back already, it says so.
 * @returns how many slots were taken back, and what was so already. @throws AppError "not_found".
 */
export async function pauseCampaign(scope: Scope, campaignId: string, now: Date): Promise<{ slots: number; was: string | null }> {
  return withTeam(scope, async (tx) => {
    const slots = await pauseInside(tx, scope, campaignId, now);
    return slots === null ? { slots: 0, was: await sayHeld(tx, scope, campaignId, now) } : { slots, was: null };
  });
}

/** The words of a rule or filter that refused a mail, and whose mail it was. */
export type Report = { says: string; contactId: string };

/**
 * Pauses inside a transaction that is open already.
 * @param scope without a person where the product pauses by itself. @param report why it does, where another server said so.
 * @returns how many slots were taken back; null where it did not run.
 */
export async function pauseInside(
  tx: TeamTransaction,
  scope: Scope,
  campaignId: string,
  now: Date,
  report?: Report,
): Promise<number | null> {
  const [paused] = await tx
    .update(campaigns)
    .set({ status: "paused", updatedAt: now })
    .where(and(eq(campaigns.id, campaignId), eq(campaigns.status, "active")))
    .returning({ id: campaigns.id });
  if (!paused) return null;
  await tx.insert(campaignPauses).values({ campaignId, pausedAt: now, pausedBy: scope.memberId, because: report?.says ?? null });
  const slots = await holdBack(tx, scope.teamId, [campaignId], "Paused");
  await sayHeldBack(tx, scope.teamId, [campaignId]);
  await recordActivity(
    tx,
    scope,
    report
      ? { verb: "paused by a report", campaignId, contactId: report.contactId, detail: { says: report.says }, at: now }
      : { verb: "paused", campaignId, detail: { slots }, at: now },
  );
  return slots;
}

/** Why there is nothing to pause. */
async function sayHeld(tx: TeamTransaction, scope: Scope, campaignId: string, now: Date): Promise<string> {
  const [campaign] = await tx.select().from(campaigns).where(eq(campaigns.id, campaignId));
  if (!campaign) throw new AppError("not_found");
  if (campaign.status !== "paused") return sayEnded(tx, scope, campaign, now);
  const [pause] = await tx
    .select()
    .from(campaignPauses)
    .where(and(eq(campaignPauses.campaignId, campaignId), isNull(campaignPauses.resumedAt)));
  if (!pause) return "It was paused already.";
  const { who, when } = await readAct(tx, { by: pause.pausedBy, at: pause.pausedAt }, { memberId: scope.memberId, now });
  return `${who} paused it already${when}.`;
}
