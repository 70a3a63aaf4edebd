"use server";

import { z } from "zod";
import { createAction } from "@/lib/actions/create-action";
import { mostFields, mostLetters } from "@/lib/actions/text-limits";
import { readingSchema } from "@/lib/files/reading/reading-schema";
import { cancelUpload } from "@/lib/uploads/cancel-upload";
import { confirmUpload } from "@/lib/uploads/confirm-upload";
import { countRows } from "@/lib/uploads/count-rows";

const id = z.uuid();

export const confirmUploadAction = createAction({
  right: "contacts:edit",
  input: z.object({
    uploadId: id,
    targets: z.array(z.string().max(mostLetters.short)).max(mostFields),
    knownPolicy: z.enum(["fill", "overwrite", "leave"]),
    seen: z.object({ reading: readingSchema, rows: z.int().min(0) }),
    listName: z.string().max(mostLetters.name, "Keep the name under 120 characters.").nullable(),
  }),
  run: ({ member, now }, { uploadId, ...given }) => confirmUpload(member, uploadId, given, now),
});

/** How all rows count when the addresses stand in another column. */
export const countRowsAction = createAction({
  right: "team:read",
  reads: true,
  input: z.object({ uploadId: id, column: z.int().min(0).max(199) }),
  run: ({ member }, input) => countRows(member, input.uploadId, input.column),
});

export const cancelUploadAction = createAction({
  right: "contacts:edit",
  input: z.object({ uploadId: id }),
  run: ({ member, now }, input) => cancelUpload(member, input.uploadId, now),
});
