"use server";

import { z } from "zod";
import { createAction } from "@/lib/actions/create-action";
import { completeCampaign } from "@/lib/campaigns/complete-campaign";
import { pauseCampaign } from "@/lib/campaigns/pause-campaign";
import { resumeCampaign } from "@/lib/campaigns/resume-campaign";
import { stopContact } from "@/lib/campaigns/stop-contact";

const id = z.uuid();
const digest = z.string().regex(/^[0-9a-f.]{1,200}$/);

export const pauseCampaignAction = createAction({
  right: "campaigns:stop",
  input: z.object({ campaignId: id }),
  run: ({ member, now }, input) => pauseCampaign(member, input.campaignId, now),
});

export const resumeCampaignAction = createAction({
  right: "campaigns:stop",
  input: z.object({ campaignId: id, pauseId: id.nullable(), digest }),
  run: ({ member, now }, { campaignId, ...seen }) => resumeCampaign(member, campaignId, seen, now),
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
