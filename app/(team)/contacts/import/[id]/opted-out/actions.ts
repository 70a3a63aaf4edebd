"use server";

import { z } from "zod";
import { createAction } from "@/lib/actions/create-action";
import { stageOptedOut } from "@/lib/suppressions/files/of-upload/stage-opted-out";

/** Reads who of a file of contacts opted out as a file of suppressions, and answers with its id; nobody is suppressed by it. */
export const stageOptedOutAction = createAction({
  right: "contacts:edit",
  knock: "upload",
  input: z.object({ uploadId: z.uuid() }),
  run: ({ member, now }, { uploadId }) => stageOptedOut(member, uploadId, now),
});
