"use server";

import { z } from "zod";
import { createAction } from "@/lib/actions/create-action";
import { checkLaunch } from "@/lib/campaigns/launch/check-launch";
import { launchCampaign } from "@/lib/campaigns/launch/launch-campaign";

const id = z.uuid();

export const checkLaunchAction = createAction({
  right: "campaigns:edit",
  input: z.object({ campaignId: id }),
  run: ({ member, now }, input) => checkLaunch(member, input.campaignId, now),
});

export const launchCampaignAction = createAction({
  right: "campaigns:launch",
  input: z.object({ campaignId: id, people: z.number().int().nonnegative() }),
  run: ({ member, now }, input) => launchCampaign(member, input.campaignId, input.people, now),
});
