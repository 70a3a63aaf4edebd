"use server";

import { z } from "zod";
import { createAction } from "@/lib/actions/create-action";
import { mostLetters } from "@/lib/actions/text-limits";
import { undoHoldChange } from "@/lib/campaigns/hold/undo-hold-change";
import { changeWhatHolds } from "@/lib/replies/by-hand/change-what-holds";
import { decideWish } from "@/lib/replies/effects/decide-wish";

const id = z.uuid();

/** Says when, so that it can be taken back as one. */
export const changeHoldAction = createAction({
  right: "campaigns:stop",
  input: z.object({
    contactId: id,
    change: z.union([
      z.object({ as: z.literal("back"), day: z.iso.date("Choose a day.") }),
      z.object({ as: z.enum(["released", "reply", "left"]) }),
    ]),
  }),
  run: async ({ member, now }, { contactId, change }) => ({
    at: (await changeWhatHolds(member, contactId, change, now)).at.toISOString(),
  }),
});

export const undoHoldChangeAction = createAction({
  right: "campaigns:stop",
  input: z.object({ contactId: id, at: z.iso.datetime().max(mostLetters.instant) }),
  run: ({ member, now }, { contactId, at }) => undoHoldChange(member, contactId, new Date(at), now),
});

/** What an answer asks for, as a person read it; null: for nothing. */
export const decideWishAction = createAction({
  right: "contacts:edit",
  input: z.object({ messageId: id, wish: z.enum(["remove", "wrong person", "later", "left"]).nullable() }),
  run: ({ member, now }, { messageId, wish }) => decideWish(member, messageId, wish, now),
});
