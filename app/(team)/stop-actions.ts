"use server";
import { z } from "zod";
import { createAction } from "@/lib/actions/create-action";
import { resumeAll } from "@/lib/campaigns/resume-all";
import { stopAll } from "@/lib/campaigns/stop-all";

export const stopAllSending = createAction({
  right: "campaigns:stop",
  input: z.object({}),
  run: ({ scope, now }) => stopAll(scope, now),
});

export const resumeAllSending = createAction({
  right: "campaigns:stop",
  input: z.object({}),
  run: ({ scope, now }) => resumeAll(scope, now),
});
