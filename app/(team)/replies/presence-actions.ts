"use server";

import { z } from "zod";
import { createAction } from "@/lib/actions/create-action";
import { beHere } from "@/lib/threads/presence/be-here";

/** Said every five seconds while a thread stands open; answers who else has it open. */
export const beHereAction = createAction({
  right: "team:read",
  reads: true,
  input: z.object({ threadId: z.uuid(), typing: z.boolean() }),
  run: async ({ member, now }, input) => ({ others: await beHere(member, input, now) }),
});
