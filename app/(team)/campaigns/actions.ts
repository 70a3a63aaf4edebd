"use server";

import { z } from "zod";
import { createAction } from "@/lib/actions/create-action";
import { archiveCampaign } from "@/lib/campaigns/archive-campaign";
import { completeCampaign } from "@/lib/campaigns/complete-campaign";
import { duplicateCampaign } from "@/lib/campaigns/duplicate-campaign";
import { pauseCampaign } from "@/lib/campaigns/pause-campaign";
import { restoreCampaign } from "@/lib/campaigns/restore-campaign";
import { resumeCampaign } from "@/lib/campaigns/resume-campaign";
import { stopContact } from "@/lib/campaigns/stop-contact";
import { takeBackStop } from "@/lib/campaigns/take-back-stop";

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

export const takeBackStopAction = createAction({
  right: "campaigns:stop",
  input: z.object({ campaignContactId: id }),
  run: ({ member, now }, input) => takeBackStop(member, input.campaignContactId, now),
});

export const duplicateCampaignAction = createAction({
  right: "campaigns:edit",
  input: z.object({ campaignId: id }),
  run: ({ member, now }, input) => duplicateCampaign(member, input.campaignId, now),
});

export const archiveCampaignAction = createAction({
  right: "campaigns:edit",
  input: z.object({ campaignId: id }),
  run: ({ member, now }, input) => archiveCampaign(member, input.campaignId, now),
});

export const restoreCampaignAction = createAction({
  right: "campaigns:edit",
  input: z.object({ campaignId: id }),
  run: ({ member }, input) => restoreCampaign(member, input.campaignId),
});
