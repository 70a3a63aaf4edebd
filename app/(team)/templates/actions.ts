"use server";

import { z } from "zod";
import { changeInput } from "@/lib/actions/change-input";
import { createAction } from "@/lib/actions/create-action";
import { mostLetters } from "@/lib/actions/text-limits";
import { takeBackRemoval } from "@/lib/removals/take-back-removal";
import { createTemplate } from "@/lib/templates/create-template";
import { deleteTemplate } from "@/lib/templates/delete-template";
import { editTemplate } from "@/lib/templates/edit-template";
import { previewTemplate } from "@/lib/templates/preview-template";
import { switchTemplate } from "@/lib/templates/switch-template";

const id = z.uuid();

export const createTemplateAction = createAction({
  right: "templates:edit",
  input: z.object({}),
  run: ({ member, now }) => createTemplate(member, now),
});

export const editTemplateAction = createAction({
  right: "templates:edit",
  input: changeInput(
    { templateId: id },
    {
      name: z
        .string()
        .trim()
        .min(1, "A template needs a name.")
        .max(mostLetters.short, "Keep the name under 80 characters.")
        .optional(),
      subject: z.string().max(mostLetters.lines, "Keep the subject under 500 characters.").optional(),
      body: z.string().max(mostLetters.template, "This text is too long for a mail.").optional(),
    },
  ),
  run: ({ member, now }, { templateId, ...change }) => editTemplate(member, templateId, change, now),
});

export const switchTemplateAction = createAction({
  right: "templates:edit",
  input: z.object({ templateId: id, on: z.boolean() }),
  run: ({ member }, input) => switchTemplate(member, input.templateId, input.on),
});

export const deleteTemplateAction = createAction({
  right: "templates:edit",
  input: z.object({ templateId: id }),
  run: ({ member, now }, input) => deleteTemplate(member, input.templateId, now),
});

export const previewTemplateAction = createAction({
  right: "team:read",
  reads: true,
  input: z.object({ templateId: id, listId: id.nullable(), index: z.number().int() }),
  run: ({ member }, { templateId, ...at }) => previewTemplate(member, templateId, at),
});

export const takeBackTemplateAction = createAction({
  right: "templates:edit",
  input: z.object({ removalId: id, removedId: id }),
  run: ({ member }, input) => takeBackRemoval(member, ["template"], input),
});
