"use server";

import { z } from "zod";
import { createAction } from "@/lib/actions/create-action";
import { mostLetters } from "@/lib/actions/text-limits";
import { goOn } from "@/lib/answers/labels/going-on/go-on";
import { takeBackGoingOn } from "@/lib/answers/labels/going-on/take-back-going-on";
import { labelThread } from "@/lib/answers/labels/label-thread";
import { addNamed } from "@/lib/answers/labels/named/add-named";
import { takeBackNamed } from "@/lib/answers/labels/named/take-back-named";
import { restoreLabel } from "@/lib/answers/labels/restore-label";

const id = z.uuid();
const day = z.iso.date("Choose a day.");
const label = z.enum(["interested", "later", "not interested", "wrong person"]);
const name = z.string().trim().max(mostLetters.line, "This is too long.");

/** `label` null: it is taken away. */
export const labelThreadAction = createAction({
  right: "contacts:edit",
  input: z.object({ threadId: id, label: label.nullable(), laterOn: day.nullable() }),
  run: ({ member, now }, given) => labelThread(member, given, now),
});

/** `before`: what labelling gave back. */
export const restoreLabelAction = createAction({
  right: "contacts:edit",
  input: z.object({
    threadId: id,
    before: z.object({
      at: z.iso.datetime().max(mostLetters.instant),
      label: label.nullable(),
      by: z.enum(["person", "words", "model"]).nullable(),
      labelledBy: id.nullable(),
      labelledAt: z.iso.datetime().max(mostLetters.instant).nullable(),
      laterOn: day.nullable(),
      wishes: z
        .array(
          z.object({
            messageId: id,
            wish: z.enum(["remove", "wrong person", "later", "left"]),
            by: z.enum(["words", "model"]),
          }),
        )
        .max(1000),
    }),
  }),
  run: ({ member, now }, given) => restoreLabel(member, given, now),
});

/** The campaign that their answer ended goes on for them at a day. */
export const goOnAction = createAction({
  right: "campaigns:stop",
  input: z.object({ threadId: id, version: z.int().min(1), campaignContactId: id, day }),
  run: async ({ member, now }, given) => {
    const { until, ...rest } = await goOn(member, given, now);
    return { ...rest, until: until.toISOString() };
  },
});

export const takeBackGoingOnAction = createAction({
  right: "campaigns:stop",
  input: z.object({ threadId: id, holdId: id }),
  run: ({ member, now }, given) => takeBackGoingOn(member, given, now),
});

/** Whom they named in their place, as a new contact. */
export const addNamedAction = createAction({
  right: "contacts:edit",
  input: z.object({
    threadId: id,
    email: z.string().trim().min(1, "Write their address.").max(mostLetters.address, "This is too long."),
    firstName: name,
    lastName: name,
    company: name,
  }),
  run: ({ member, now }, given) => addNamed(member, given, now),
});

export const takeBackNamedAction = createAction({
  right: "contacts:edit",
  input: z.object({ threadId: id, contactId: id }),
  run: ({ member, now }, given) => takeBackNamed(member, given, now),
});
