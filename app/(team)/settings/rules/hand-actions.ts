"use server";

import { z } from "zod";
import { createAction } from "@/lib/actions/create-action";
import { mostDays } from "@/lib/actions/text-limits";
import { changeHandFooter } from "@/lib/team/change-hand-footer";
import { changeHours } from "@/lib/team/change-hours";

const clock = z.string().regex(/^([01]\d|2[0-4]):[0-5]\d$/, "Write a time as 9:00.");
const day = z.enum(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]);

export const changeHoursAction = createAction({
  right: "team:manage",
  input: z.union([
    z.object({ start: clock, end: clock }),
    z.object({ days: z.array(day).min(1, "Choose at least one day.").max(mostDays) }),
  ]),
  run: ({ member, now }, input) => changeHours(member, input, now),
});

export const changeHandFooterAction = createAction({
  right: "team:manage",
  input: z.object({ carries: z.boolean() }),
  run: ({ member, now }, { carries }) => changeHandFooter(member, carries, now),
});
