"use server";
import { z } from "zod";
import { createAction } from "@/lib/actions/create-action";
import { resumeAll } from "@/lib/campaigns/resume-all";
import { stopAll } from "@/lib/campaigns/stop-all";

const id = z.uuid();

export const stopAllSending = createAction({
  right: "campaigns:stop",
  input: z.object({}),
  run: ({ member, now }) => stopAll(member, now),
});

export const resumeAllSending = createAction({
  right: "campaigns:stop",
  input: z.object({
    stopId: id,
    campaigns: z.array(z.object({ campaignId: id, digest: z.string().regex(/^[0-9a-f.]{1,200}$/) })).max(100_000),
  }),
  run: ({ member, now }, seen) => resumeAll(member, seen, now),
});
