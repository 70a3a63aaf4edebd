"use server";

import { z } from "zod";
import { changeInput } from "@/lib/actions/change-input";
import { createAction } from "@/lib/actions/create-action";
import { mostDays, mostLetters } from "@/lib/actions/text-limits";
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
import { takeBackRemoval } from "@/lib/removals/take-back-removal";
import { sendTestCopy } from "@/lib/sending/send-test-copy";

const id = z.uuid();
/** The page that asks, as long as it is open. */
const desk = z.string().regex(/^[0-9a-z]{8,40}$/);
/** What stood there when the page was last told: short values as they are, a long text by its mark. */
const stood = z.union([z.string().max(60_000), z.number(), z.null(), z.array(z.string().max(20)).max(7)]);

/** Every field that changes names what it changes from, so that nobody writes over what they have not seen. */
function namesFrom(input: { from: Record<string, unknown> } & Record<string, unknown>, context: z.RefinementCtx) {
  const { campaignId: _, stepId: __, from: known, desk: ___, ...change } = input;
  for (const [field, value] of Object.entries(change))
    if (value !== undefined && known[field] === undefined)
      context.addIssue({ code: "custom", path: ["from"], message: `Say from what ${field} changes.` });
}

/** A change of what several people write: `of` says of what, `change` holds what may be given, `from` from what each of it changes. */
function sharedInput<Of extends z.ZodRawShape, Change extends z.ZodRawShape>(of: Of, change: Change) {
  const known = Object.fromEntries(Object.keys(change).map((field) => [field, stood.optional()]));
  return changeInput({ ...of, from: z.object(known), desk }, change).superRefine((input, context) =>
    namesFrom(input as Parameters<typeof namesFrom>[0], context),
  );
}

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
  input: sharedInput(
    { campaignId: id },
    {
      name: z
        .string()
        .trim()
        .min(1, "A campaign needs a name.")
        .max(mostLetters.name, "Keep the name under 120 characters.")
        .optional(),
      listId: id.optional(),
      senderAccountId: id.optional(),
      reviewMode: z.enum(["each", "launch"]).optional(),
    },
  ),
  run: ({ member, now }, { campaignId, from, desk, ...change }) => editCampaign(member, campaignId, change, now, { from, desk }),
});

export const editRulesAction = createAction({
  right: "campaigns:edit",
  input: sharedInput(
    { campaignId: id },
    {
      windowStart: clock.optional(),
      windowEnd: clock.optional(),
      days: z.array(day).min(1, "Choose at least one day to send on.").max(mostDays).optional(),
      timeZone: z.string().max(mostLetters.word).optional(),
      dailyLimit: number(1, 10_000).optional(),
      spacingSeconds: number(0, 86_400).optional(),
    },
  ),
  run: ({ member, now }, { campaignId, from, desk, ...change }) => {
    const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
    return editRules(member, campaignId, given, now, { from, desk });
  },
});

export const editAnswerRulesAction = createAction({
  right: "campaigns:edit",
  input: sharedInput(
    { campaignId: id },
    { awayDays: number(1, 90).optional(), replyStops: z.enum(["person", "company"]).optional() },
  ),
  run: ({ member, now }, { campaignId, awayDays, replyStops, ...seen }) =>
    editAnswerRules(member, campaignId, { ...(awayDays && { awayDays }), ...(replyStops && { replyStops }) }, now, seen),
});

export const addStepAction = createAction({
  right: "campaigns:edit",
  input: z.object({ campaignId: id, stepId: id, templateId: id.nullable() }),
  run: ({ member, now }, input) => addStep(member, input.campaignId, input.templateId, now, input.stepId),
});

export const startFromTemplateAction = createAction({
  right: "campaigns:edit",
  input: z.object({ stepId: id, templateId: id, desk }),
  run: ({ member, now }, input) => startFromTemplate(member, input.stepId, input.templateId, now, input.desk),
});

export const editStepAction = createAction({
  right: "campaigns:edit",
  input: sharedInput(
    { stepId: id },
    {
      name: z.string().max(mostLetters.short, "Keep the name under 80 characters.").optional(),
      subject: z.string().max(mostLetters.lines, "Keep the subject under 500 characters.").optional(),
      body: z.string().max(mostLetters.template, "This text is too long for a mail.").optional(),
      delayDays: number(0, 365).optional(),
      delayHours: number(0, 23).optional(),
      delayMinutes: number(0, 59).optional(),
      writtenBy: z.enum(["template", "model"]).optional(),
      templateId: id.nullable().optional(),
    },
  ),
  run: ({ member, now }, { stepId, from, desk, ...change }) => editStep(member, stepId, change, now, { from, desk }),
});

export const removeStepAction = createAction({
  right: "campaigns:edit",
  input: z.object({ stepId: id }),
  run: ({ member, now }, input) => removeStep(member, input.stepId, now),
});

export const moveStepAction = createAction({
  right: "campaigns:edit",
  input: z.object({ stepId: id, by: z.union([z.literal(-1), z.literal(1)]), seenAt: z.number().int() }),
  run: ({ member }, input) => moveStep(member, input.stepId, input.by, input.seenAt),
});

export const previewStepAction = createAction({
  right: "team:read",
  reads: true,
  input: z.object({ stepId: id, index: z.number().int() }),
  run: ({ member, now }, input) => previewStep(member, input.stepId, input.index, now),
});

export const sendTestCopyAction = createAction({
  right: "campaigns:edit",
  knock: "test copy",
  input: z.object({ stepId: id, index: z.number().int() }),
  run: ({ member }, input) => sendTestCopy(member, input.stepId, input.index),
});

export const deleteCampaignAction = createAction({
  right: "campaigns:edit",
  input: z.object({ campaignId: id }),
  run: ({ member, now }, input) => deleteCampaign(member, input.campaignId, now),
});

export const takeBackRemovedAction = createAction({
  right: "campaigns:edit",
  input: z.object({ removalId: id, removedId: id }),
  run: ({ member }, input) => takeBackRemoval(member, ["campaign", "step"], input),
});
