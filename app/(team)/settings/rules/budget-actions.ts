"use server";

import { z } from "zod";
import { changeInput } from "@/lib/actions/change-input";
import { createAction } from "@/lib/actions/create-action";
import { changeBudget } from "@/lib/team/change-budget";

export const changeBudgetAction = createAction({
  right: "team:manage",
  input: changeInput({}, { licences: z.number().nullable().optional(), budgetReservePercent: z.number().optional() }),
  run: ({ member, now }, input) => changeBudget(member, input, now),
});
