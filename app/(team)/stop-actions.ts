"use server";
import { z } from "zod";
import { createAction } from "@/lib/actions/create-action";
import { resumeAll } from "@/lib/campaigns/resume-all";
import { stopAll } from "@/lib/campaigns/stop-all";

export const stopAllSending = createAction({
  right: "campaigns:stop",
  input: z.object({}),
  run: ({ member, now }) => stopAll(member, now),
});

export const resumeAllSending = createAction({
  right: "campaigns:stop",
  input: z.object({}),
  run: ({ member, now }) => resumeAll(member, now),
});
