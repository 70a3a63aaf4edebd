"use server";

import { z } from "zod";
import { createAction } from "@/lib/actions/create-action";
import { encodings } from "@/lib/files/reading/letters/encodings";
import { dividers, quoteMarks } from "@/lib/files/reading/reading";
import { changeReading } from "@/lib/uploads/change-reading";

const line = z.int().min(1).max(10_000_000);

/** Reads the file in another way, before its rows become people. */
export const changeReadingAction = createAction({
  right: "contacts:edit",
  input: z.object({
    uploadId: z.uuid(),
    change: z
      .object({
        encoding: z.enum(Object.keys(encodings) as [keyof typeof encodings]),
        divider: z.enum(dividers),
        quote: z.enum(quoteMarks).nullable(),
        escape: z.enum(["double", "backslash"]),
        headerLine: line.nullable(),
        skipTop: line.or(z.literal(0)),
        skipEnd: line.or(z.literal(0)),
      })
      .partial()
      .refine((given) => Object.keys(given).length > 0, "Nothing was given to change."),
  }),
  run: ({ member }, { uploadId, change }) => changeReading(member, uploadId, change),
});
