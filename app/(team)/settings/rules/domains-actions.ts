"use server";

import { z } from "zod";
import { createAction } from "@/lib/actions/create-action";
import { mostLetters } from "@/lib/actions/text-limits";
import { acceptDomain } from "@/lib/domains/accept-domain";
import { checkNow } from "@/lib/domains/check-now";

const domain = z.string().min(1).max(255);

export const checkDomainAction = createAction({
  right: "mailboxes:manage",
  input: z.object({ domain }),
  run: ({ member }, input) => checkNow(member, input.domain),
});

export const acceptDomainAction = createAction({
  right: "mailboxes:manage",
  input: z.object({
    domain,
    failingSince: z.iso.datetime().max(mostLetters.instant),
    reason: z.string().trim().min(3, "Say why, in a few words.").max(mostLetters.reason, "Keep the reason under 300 characters."),
  }),
  run: ({ member, now }, { failingSince, ...input }) =>
    acceptDomain(member, { ...input, failingSince: new Date(failingSince) }, now),
});
