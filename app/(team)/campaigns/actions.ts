"use server";

import { z } from "zod";
import { createAction } from "@/lib/actions/create-action";
import { completeCampaign } from "@/lib/campaigns/complete-campaign";
import { checkLaunch } from "@/lib/campaigns/launch/check-launch";
import { launchCampaign } from "@/lib/campaigns/launch/launch-campaign";
import { pauseCampaign } from "@/lib/campaigns/pause-campaign";
import { resumeCampaign } from "@/lib/campaigns/resume-campaign";
import { createCampaign } from "@/lib/campaigns/setup/create-campaign";
import { stopContact } from "@/lib/campaigns/stop-contact";

const name = z.string().trim().min(1, "A campaign needs a name.").max(120, "Keep the name under 120 characters.");
const id = z.uuid();

export const createCampaignAction = createAction({
  right: "campaigns:edit",
  input: z.object({ name, listId: id.nullable() }),
  run: ({ member, now }, input) => createCampaign(member, input, now),
});

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

export const pauseCampaignAction = createAction({
  right: "campaigns:stop",
  input: z.object({ campaignId: id }),
  run: ({ member, now }, input) => pauseCampaign(member, input.campaignId, now),
});

export const resumeCampaignAction = createAction({
  right: "campaigns:stop",
  input: z.object({ campaignId: id }),
  run: ({ member, now }, input) => resumeCampaign(member, input.campaignId, now),
});

export const completeCampaignAction = createAction({
  right: "campaigns:stop",
  input: z.object({ campaignId: id }),
  run: ({ member, now }, input) => completeCampaign(member, input.campaignId, now),
});

export const stopContactAction = createAction({
  right: "campaigns:stop",
  input: z.object({ campaignContactId: id }),
  run: ({ member, now }, input) => stopContact(member, input.campaignContactId, now),
});
