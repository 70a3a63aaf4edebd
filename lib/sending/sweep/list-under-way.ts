import { inArray } from "drizzle-orm";
import { withSystem } from "@/db/access/with-system";
import { campaigns } from "@/db/schema/campaigns";
import { underWay } from "@/db/schema/words";

/** Every campaign that runs or is paused, of all teams. */
export function listUnderWay(): Promise<{ teamId: string; campaignId: string }[]> {
  return withSystem("list teams for sweep", (tx) =>
    tx.select({ teamId: campaigns.teamId, campaignId: campaigns.id }).from(campaigns).where(inArray(campaigns.status, underWay)),
  );
}
