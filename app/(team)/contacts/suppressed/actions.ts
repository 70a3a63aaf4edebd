"use server";

import { z } from "zod";
import { createAction } from "@/lib/actions/create-action";
import { liftSuppression } from "@/lib/suppressions/lift-suppression";
import { suppressContact } from "@/lib/suppressions/suppress-contact";

const id = z.uuid();

export const suppressContactAction = createAction({
  right: "contacts:edit",
  input: z.object({ contactId: id }),
  run: ({ member, now }, input) => suppressContact(member, input.contactId, now),
});

export const liftSuppressionAction = createAction({
  right: "suppressions:lift",
  input: z.object({
    contactId: id,
    suppressionId: id,
    was: z.string().min(1).max(40),
    reason: z.string().trim().min(3, "Say why, in a few words.").max(300, "Keep it under 300 characters."),
  }),
  run: ({ member, now }, input) =>
    liftSuppression(member, input.contactId, { suppressionId: input.suppressionId, reason: input.was }, input.reason, now),
});
