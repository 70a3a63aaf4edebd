"use server";

import { z } from "zod";
import { createAction } from "@/lib/actions/create-action";
import { mostFields, mostLetters } from "@/lib/actions/text-limits";
import { correctRow } from "@/lib/uploads/correct/correct-row";

export const correctRowAction = createAction({
  right: "contacts:edit",
  input: z.object({
    uploadId: z.uuid(),
    line: z.int().min(1),
    cells: z
      .array(
        z.object({
          column: z.int().min(0).max(199),
          text: z.string().max(mostLetters.note, "Keep a cell under 2,000 characters."),
        }),
      )
      .max(mostFields),
  }),
  run: ({ member, now }, { uploadId, ...correction }) => correctRow(member, uploadId, correction, now),
});
