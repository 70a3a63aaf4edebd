"use server";
import { z } from "zod";
import { createAction } from "@/lib/actions/create-action";
import { chooseZone } from "@/lib/team/choose-zone";
import { tellZone } from "@/lib/team/tell-zone";

export const tellZoneAction = createAction({
  right: "team:manage",
  input: z.object({ timezone: z.string().max(64) }),
  run: ({ member, now }, { timezone }) => tellZone(member, timezone, now),
});

export const chooseZoneAction = createAction({
  right: "team:read",
  input: z.object({ timezone: z.string().max(64).nullable() }),
  run: ({ member, now }, { timezone }) => chooseZone(member, timezone, now),
});
