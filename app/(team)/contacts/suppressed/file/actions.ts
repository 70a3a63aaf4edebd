"use server";

import { z } from "zod";
import { createAction } from "@/lib/actions/create-action";
import { dropFile } from "@/lib/suppressions/files/drop-file";
import { takeFile } from "@/lib/suppressions/files/take-file";

const input = z.object({ fileId: z.uuid() });

export const takeSuppressionFileAction = createAction({
  right: "contacts:edit",
  input,
  run: ({ member }, { fileId }) => takeFile(member, fileId),
});

export const dropSuppressionFileAction = createAction({
  right: "contacts:edit",
  input,
  run: ({ member, now }, { fileId }) => dropFile(member, fileId, now),
});
