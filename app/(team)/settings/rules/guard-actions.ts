"use server";

import { z } from "zod";
import { changeInput } from "@/lib/actions/change-input";
import { createAction } from "@/lib/actions/create-action";
import { changeGuard } from "@/lib/senders/guard/change-guard";

export const changeGuardAction = createAction({
  right: "team:manage",
  input: changeInput({}, { dead: z.number().optional(), optOuts: z.number().optional() }),
  run: ({ member, now }, input) => changeGuard(member, input, now),
});
