"use server";

import { z } from "zod";
import { createAction } from "@/lib/actions/create-action";
import { addStep } from "@/lib/campaigns/setup/add-step";
import { deleteCampaign } from "@/lib/campaigns/setup/delete-campaign";
import { editAnswerRules } from "@/lib/campaigns/setup/edit-answer-rules";
import { editCampaign } from "@/lib/campaigns/setup/edit-campaign";
import { editRules } from "@/lib/campaigns/setup/edit-rules";
import { editStep } from "@/lib/campaigns/setup/edit-step";
import { moveStep } from "@/lib/campaigns/setup/move-step";
import { previewStep } from "@/lib/campaigns/setup/preview-step";
import { removeStep } from "@/lib/campaigns/setup/remove-step";
import { startFromTemplate } from "@/lib/campaigns/setup/start-from-template";
import { sendTestCopy } from "@/lib/sending/send-test-copy";

const id = z.uuid();
const clock = z.string().regex(/^\d{1,2}:\d{2}(:\d{2})?$/, "Give a time such as 9:00.");
const day = z.enum(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]);
const number = (least: number, most: number) =>
  z
    .number({ error: "Give a number." })
    .int("Give a whole number.")
    .min(least, `At least ${least}.`)
    .max(most, `At most ${most}.`);

export const editCampaignAction = createAction({
  right: "campaigns:edit",
  input: z.object({
    campaignId: id,
    name: z.string().trim().min(1, "A campaign needs a name.").max(120, "Keep the name under 120 characters.").optional(),
    listId: id.optional(),
    senderAccountId: id.optional(),
    reviewMode: z.enum(["each", "launch"]).optional(),
  }),
  run: ({ member, now }, { campaignId, ...change }) => editCampaign(member, campaignId, change, now),
});

export const editRulesAction = createAction({
  right: "campaigns:edit",
  input: z.object({
    campaignId: id,
    windowStart: clock.optional(),
    windowEnd: clock.optional(),
    days: z.array(day).min(1, "Choose at least one day to send on.").optional(),
    timeZone: z.string().max(64).optional(),
    dailyLimit: number(1, 10_000).optional(),
    spacingSeconds: number(0, 86_400).optional(),
  }),
  run: ({ member, now }, { campaignId, ...change }) =>
    editRules(member, campaignId, Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)), now),
});

export const editAnswerRulesAction = createAction({
  right: "campaigns:edit",
  input: z.object({ campaignId: id, awayDays: number(1, 90).optional(), replyStops: z.enum(["person", "company"]).optional() }),
  run: ({ member, now }, { campaignId, awayDays, replyStops }) =>
    editAnswerRules(member, campaignId, { ...(awayDays && { awayDays }), ...(replyStops && { replyStops }) }, now),
});

export const addStepAction = createAction({
  right: "campaigns:edit",
  input: z.object({ campaignId: id, templateId: id.nullable() }),
  run: ({ member, now }, input) => addStep(member, input.campaignId, input.templateId, now),
});

export const startFromTemplateAction = createAction({
  right: "campaigns:edit",
  input: z.object({ stepId: id, templateId: id }),
  run: ({ member, now }, input) => startFromTemplate(member, input.stepId, input.templateId, now),
});

export const editStepAction = createAction({
  right: "campaigns:edit",
  input: z.object({
    stepId: id,
    name: z.string().max(80, "Keep the name under 80 characters.").optional(),
    subject: z.string().max(500, "Keep the subject under 500 characters.").optional(),
    body: z.string().max(50_000, "This text is too long for a mail.").optional(),
    delayDays: number(0, 365).optional(),
    delayHours: number(0, 23).optional(),
    delayMinutes: number(0, 59).optional(),
    writtenBy: z.enum(["template", "model"]).optional(),
    templateId: id.nullable().optional(),
  }),
  run: ({ member, now }, { stepId, ...change }) => editStep(member, stepId, change, now),
});

export const removeStepAction = createAction({
  right: "campaigns:edit",
  input: z.object({ stepId: id }),
  run: ({ member }, input) => removeStep(member, input.stepId),
});

export const moveStepAction = createAction({
  right: "campaigns:edit",
  input: z.object({ stepId: id, by: z.union([z.literal(-1), z.literal(1)]) }),
  run: ({ member }, input) => moveStep(member, input.stepId, input.by),
});

export const previewStepAction = createAction({
  right: "team:read",
  input: z.object({ stepId: id, index: z.number().int() }),
  run: ({ member, now }, input) => previewStep(member, input.stepId, input.index, now),
});

export const sendTestCopyAction = createAction({
  right: "campaigns:edit",
  input: z.object({ stepId: id, index: z.number().int() }),
  run: ({ member }, input) => sendTestCopy(member, input.stepId, input.index),
});

export const deleteCampaignAction = createAction({
  right: "campaigns:edit",
  input: z.object({ campaignId: id }),
  run: ({ member }, input) => deleteCampaign(member, input.campaignId),
});
