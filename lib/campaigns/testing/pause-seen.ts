import type { Scope } from "@/db/access/with-team";
import { readCampaignHead } from "../read/read-campaign";
import type { PauseSeen } from "../resume-campaign";

/** What the page of a paused campaign shows at this moment and hands to its button. */
export async function pauseSeen(scope: Scope, campaignId: string): Promise<PauseSeen> {
  const { pause } = await readCampaignHead(scope, campaignId);
  if (!pause) throw new Error("The campaign is not paused.");
  return pause;
}
