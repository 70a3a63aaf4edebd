"use server";

import { z } from "zod";
import { createAction } from "@/lib/actions/create-action";
import { mostLetters } from "@/lib/actions/text-limits";
import { readingSchema } from "@/lib/files/reading/reading-schema";
import { cancelUpload } from "@/lib/uploads/cancel-upload";
import { confirmUpload } from "@/lib/uploads/confirm-upload";
import { columnsInput } from "./columns-input";

const id = z.uuid();
const listName = z.string().max(mostLetters.name, "Keep the name under 120 characters.");

export const confirmUploadAction = createAction({
  right: "contacts:edit",
  input: z.object({
    uploadId: id,
    ...columnsInput,
    seen: z.object({ reading: readingSchema, rows: z.int().min(0) }),
    list: z.union([z.object({ name: listName, isSecond: z.boolean().optional() }), z.object({ id })]).nullable(),
  }),
  run: ({ member, now }, { uploadId, ...given }) => confirmUpload(member, uploadId, given, now),
});

export const cancelUploadAction = createAction({
  right: "contacts:edit",
  input: z.object({ uploadId: id }),
  run: ({ member, now }, input) => cancelUpload(member, input.uploadId, now),
});
