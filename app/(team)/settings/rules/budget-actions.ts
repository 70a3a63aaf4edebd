"use server";

import { z } from "zod";
import { createAction } from "@/lib/actions/create-action";
import { changeBudget } from "@/lib/team/change-budget";

export const changeBudgetAction = createAction({
  right: "team:manage",
  input: z.object({ licences: z.number().nullable(), budgetReservePercent: z.number() }).partial(),
  run: ({ member, now }, input) => changeBudget(member, input, now),
});
