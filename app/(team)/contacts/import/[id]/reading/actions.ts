"use server";

import { z } from "zod";
import { createAction } from "@/lib/actions/create-action";
import { readingSchema } from "@/lib/files/reading/reading-schema";
import { changeReading } from "@/lib/uploads/change-reading";

/** Reads the file in another way, before its rows become people. */
export const changeReadingAction = createAction({
  right: "contacts:edit",
  input: z.object({
    uploadId: z.uuid(),
    change: readingSchema.partial().refine((given) => Object.keys(given).length > 0, "Nothing was given to change."),
  }),
  run: ({ member }, { uploadId, change }) => changeReading(member, uploadId, change),
});
