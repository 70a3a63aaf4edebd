import { launchCampaign } from "../launch-campaign";
import { showLaunch } from "../show-launch";

/** Looks at a campaign and launches it as shown. @returns for how many people. */
export async function launchShown(scope: { teamId: string; memberId: string }, campaignId: string, now: Date): Promise<number> {
  const { viewId } = await showLaunch(scope, campaignId, now);
  return (await launchCampaign(scope, campaignId, viewId, now)).people;
}
