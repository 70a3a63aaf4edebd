"use server";

import { z } from "zod";
import { createAction } from "@/lib/actions/create-action";
import { beginBringing, beginTaking } from "@/lib/uploads/taking/begin-taking";

const input = z.object({ uploadId: z.uuid() });

export const takeBackUploadAction = createAction({
  right: "contacts:edit",
  input,
  run: ({ member, now }, { uploadId }) => beginTaking(member, uploadId, now),
});

export const bringBackUploadAction = createAction({
  right: "contacts:edit",
  input,
  run: ({ member, now }, { uploadId }) => beginBringing(member, uploadId, now),
});
