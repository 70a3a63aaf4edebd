"use server";

import { z } from "zod";
import { createAction } from "@/lib/actions/create-action";
import { mostLetters } from "@/lib/actions/text-limits";
import { foresee } from "@/lib/suppressions/entries/foresee";
import { liftEntry } from "@/lib/suppressions/entries/lift-entry";
import { suppressEntry } from "@/lib/suppressions/entries/suppress-entry";
import { takeBackSuppression } from "@/lib/suppressions/entries/take-back-suppression";
import { liftSuppression } from "@/lib/suppressions/lift-suppression";
import { suppressContact } from "@/lib/suppressions/suppress-contact";

const id = z.uuid();
const text = z
  .string()
  .trim()
  .min(1, "Write an address, a domain or a wildcard.")
  .max(mostLetters.lines, "Keep it under 500 characters.");
const was = z.string().min(1).max(40);
const reason = z.string().trim().min(3, "Say why, in a few words.").max(mostLetters.reason, "Keep it under 300 characters.");

export const suppressContactAction = createAction({
  right: "contacts:edit",
  input: z.object({ contactId: id }),
  run: ({ member, now }, input) => suppressContact(member, input.contactId, now),
});

export const liftSuppressionAction = createAction({
  right: "suppressions:lift",
  input: z.object({ contactId: id, suppressionId: id, was, reason }),
  run: ({ member, now }, input) =>
    liftSuppression(member, input.contactId, { suppressionId: input.suppressionId, reason: input.was }, input.reason, now),
});

/** What an entry will do, while it is typed. */
export const foreseeEntryAction = createAction({
  right: "team:read",
  reads: true,
  input: z.object({ text }),
  run: ({ member }, input) => foresee(member, input.text),
});

export const suppressEntryAction = createAction({
  right: "contacts:edit",
  input: z.object({ text, note: z.string().max(mostLetters.reason, "Keep it under 300 characters.") }),
  run: ({ member, now }, input) => suppressEntry(member, input, now),
});

export const takeBackSuppressionAction = createAction({
  right: "contacts:edit",
  input: z.object({ entryIds: z.array(id).min(1).max(20), contactId: id.nullable() }),
  run: ({ member, now }, input) => takeBackSuppression(member, input, now),
});

export const liftEntryAction = createAction({
  right: "suppressions:lift",
  input: z.object({ suppressionId: id, was, reason }),
  run: ({ member, now }, input) =>
    liftEntry(member, { suppressionId: input.suppressionId, reason: input.was }, input.reason, now),
});
