"use server";

import { z } from "zod";
import { createAction } from "@/lib/actions/create-action";
import { changeKeeping } from "@/lib/received/kept/change-keeping";

export const changeKeepingAction = createAction({
  right: "team:manage",
  input: z.object({ keeps: z.boolean() }),
  run: ({ member, now }, { keeps }) => changeKeeping(member, keeps, now),
});
