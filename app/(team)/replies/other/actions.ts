"use server";

import { z } from "zod";
import { createAction } from "@/lib/actions/create-action";
import { mostLetters } from "@/lib/actions/text-limits";
import { foreseePlacing } from "@/lib/replies/unplaced/foresee-placing";
import { hideMessage, showMessage } from "@/lib/replies/unplaced/hide-message";
import { placeAsNew, placeMessage } from "@/lib/replies/unplaced/place-message";

const id = z.uuid();
const short = z.string().max(mostLetters.line, "Keep it under 200 characters.");

/** What would happen, for somebody who was looked for; of those guessed the page knows it. */
export const foreseePlacingAction = createAction({
  right: "team:read",
  reads: true,
  input: z.object({ messageId: id, contactId: id }),
  run: ({ member }, input) => foreseePlacing(member, input.messageId, input.contactId),
});

export const placeMessageAction = createAction({
  right: "contacts:edit",
  input: z.object({ messageId: id, contactId: id }),
  run: ({ member, now }, input) => placeMessage(member, input.messageId, input.contactId, now),
});

export const placeAsNewAction = createAction({
  right: "contacts:edit",
  input: z.object({ messageId: id, firstName: short, lastName: short, company: short }),
  run: ({ member, now }, { messageId, ...given }) => placeAsNew(member, messageId, given, now),
});

export const hideMessageAction = createAction({
  right: "contacts:edit",
  input: z.object({ messageId: id }),
  run: ({ member, now }, input) => hideMessage(member, input.messageId, now),
});

export const showMessageAction = createAction({
  right: "contacts:edit",
  reads: true,
  input: z.object({ messageId: id }),
  run: ({ member }, input) => showMessage(member, input.messageId),
});
