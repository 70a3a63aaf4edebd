"use server";

import { z } from "zod";
import { createAction } from "@/lib/actions/create-action";
import { mostLetters } from "@/lib/actions/text-limits";
import { beginAnswer } from "@/lib/answers/answer/begin-answer";
import { discardAnswer } from "@/lib/answers/answer/discard-answer";
import { restoreAnswer } from "@/lib/answers/answer/restore-answer";
import { saveAnswer } from "@/lib/answers/answer/save-answer";
import { signAnswer } from "@/lib/answers/answer/sign-answer";
import { takeBackAnswer } from "@/lib/answers/answer/take-back-answer";

const id = z.uuid();
const version = z.number().int().min(0);

export const beginAnswerAction = createAction({
  right: "drafts:sign",
  input: z.object({ threadId: id, letterId: id }),
  run: ({ member, now }, input) => beginAnswer(member, input, now),
});

export const saveAnswerAction = createAction({
  right: "drafts:sign",
  input: z.object({
    letterId: id,
    version,
    body: z
      .string()
      .max(mostLetters.mail, "This text is too long for a mail. What you wrote stays here: shorten it, and it is kept."),
    answers: id,
    byModel: z.boolean().optional(),
  }),
  run: ({ member, now }, input) => saveAnswer(member, input, now),
});

export const signAnswerAction = createAction({
  right: "drafts:sign",
  input: z.object({
    letterId: id,
    draftId: id,
    hash: z.string().regex(/^[0-9a-f]{64}$/),
    threadVersion: version,
    answered: id.nullish(),
  }),
  run: ({ member, now }, input) => signAnswer(member, input, now),
});

export const takeBackAnswerAction = createAction({
  right: "drafts:sign",
  input: z.object({ letterId: id }),
  run: ({ member, now }, { letterId }) => takeBackAnswer(member, letterId, now),
});

export const discardAnswerAction = createAction({
  right: "drafts:sign",
  input: z.object({ letterId: id }),
  run: ({ member, now }, { letterId }) => discardAnswer(member, letterId, now),
});

export const restoreAnswerAction = createAction({
  right: "drafts:sign",
  input: z.object({ letterId: id }),
  run: ({ member, now }, { letterId }) => restoreAnswer(member, letterId, now),
});
