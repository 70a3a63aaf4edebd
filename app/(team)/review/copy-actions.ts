"use server";

import { z } from "zod";
import { createAction } from "@/lib/actions/create-action";
import { settleCopy } from "@/lib/sending/read-back/settle-copy";

export const settleCopyAction = createAction({
  right: "drafts:sign",
  input: z.object({ differenceId: z.uuid() }),
  run: ({ member, now }, { differenceId }) => settleCopy(member, differenceId, now),
});
