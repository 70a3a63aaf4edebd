"use server";

import { z } from "zod";
import { createAction } from "@/lib/actions/create-action";
import { changeBudget } from "@/lib/team/change-budget";

export const changeBudgetAction = createAction({
  right: "team:manage",
  input: z
    .object({ licences: z.number().nullable(), budgetReservePercent: z.number() })
    .partial()
    .refine((change) => Object.keys(change).length > 0, "Say what is to change."),
  run: ({ member, now }, input) => changeBudget(member, input, now),
});
