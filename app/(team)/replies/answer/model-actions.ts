"use server";

import { z } from "zod";
import { createAction } from "@/lib/actions/create-action";
import { mostLetters } from "@/lib/actions/text-limits";
import { readAids } from "@/lib/answers/aids/read-aids";
import { draftAnswer } from "@/lib/answers/model/draft-answer";
import { showMaterial } from "@/lib/answers/model/show-material";

const id = z.uuid();

export const readAidsAction = createAction({
  right: "drafts:sign",
  reads: true,
  input: z.object({ threadId: id }),
  run: ({ member }, { threadId }) => readAids(member, threadId),
});

export const showMaterialAction = createAction({
  right: "drafts:sign",
  reads: true,
  input: z.object({ threadId: id, letterId: id.nullable() }),
  run: ({ member, now }, input) => showMaterial(member, input, now),
});

export const draftAnswerAction = createAction({
  right: "drafts:sign",
  reads: true,
  knock: "model draft",
  input: z.object({
    threadId: id,
    letterId: id.nullable(),
    note: z.string().max(mostLetters.note, "Keep the note under 2,000 characters."),
  }),
  run: ({ member, now }, input) => draftAnswer(member, input, now),
});
