"use server";

import { z } from "zod";
import { createAction } from "@/lib/actions/create-action";
import { changeGuard } from "@/lib/senders/guard/change-guard";

export const changeGuardAction = createAction({
  right: "team:manage",
  input: z.object({ dead: z.number(), optOuts: z.number() }).partial(),
  run: ({ member, now }, input) => changeGuard(member, input, now),
});
