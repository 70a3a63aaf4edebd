import type { Scope, TeamTransaction } from "@/db/access/with-team";
import type { campaigns } from "@/db/schema/campaigns";
import { readAct } from "./read-act";

/** Why nothing leaves of a campaign that neither runs nor is paused. */
export async function sayEnded(
  tx: TeamTransaction,
  scope: Scope,
  campaign: Pick<typeof campaigns.$inferSelect, "status" | "completedBy" | "completedAt">,
  now: Date,
): Promise<string> {
  if (campaign.status === "draft") return "It was never launched, so nothing of it leaves.";
  const { who, when } = await readAct(
    tx,
    { by: campaign.completedBy, at: campaign.completedAt },
    { memberId: scope.memberId, now },
  );
  return campaign.completedBy ? `${who} ended it already${when}.` : `It had ended already${when}.`;
}
