"use server";

import { z } from "zod";
import { createAction } from "@/lib/actions/create-action";
import { launchCampaign } from "@/lib/campaigns/launch/launch-campaign";
import { showLaunch } from "@/lib/campaigns/launch/show-launch";

const id = z.uuid();

export const showLaunchAction = createAction({
  right: "campaigns:edit",
  reads: true,
  input: z.object({ campaignId: id }),
  run: ({ member, now }, input) => showLaunch(member, input.campaignId, now),
});

export const launchCampaignAction = createAction({
  right: "campaigns:launch",
  input: z.object({ campaignId: id, viewId: id }),
  run: ({ member, now }, input) => launchCampaign(member, input.campaignId, input.viewId, now),
});
