"use server";

import { z } from "zod";
import { createAction } from "@/lib/actions/create-action";
import { mostLetters } from "@/lib/actions/text-limits";
import { actOnMany, mostAtOnce } from "@/lib/scheduled/acts/act-on-many";
import { cancelMail } from "@/lib/scheduled/acts/cancel-mail";
import { moveMail } from "@/lib/scheduled/acts/move-mail";
import { sendNow } from "@/lib/scheduled/acts/send-now";
import { takeBackCancel } from "@/lib/scheduled/acts/take-back-cancel";
import { takeBackSendNow } from "@/lib/scheduled/acts/take-back-send-now";
import { readTimes } from "@/lib/scheduled/read-times";

const draftId = z.uuid();
const draftIds = z.array(draftId).min(1).max(mostAtOnce, `Choose ${mostAtOnce} mails at most.`);
const instant = z.iso.datetime({ offset: true }).max(mostLetters.instant);
const time = z.string().regex(/^([01]?\d|2[0-3]):[0-5]\d$/, "Write a time as 9:00.");

/** Has a mail leave at once. */
export const sendNowAction = createAction({
  right: "drafts:sign",
  input: z.object({ draftId }),
  run: ({ member, now }, input) => sendNow(member, input.draftId, now),
});

/** Gives a mail that was to leave at once its time back. */
export const takeBackSendNowAction = createAction({
  right: "drafts:sign",
  input: z.object({ draftId }),
  run: ({ member, now }, input) => takeBackSendNow(member, input.draftId, now),
});

/** The times a mail could have instead, and what a chosen one means. */
export const readTimesAction = createAction({
  right: "team:read",
  reads: true,
  input: z.object({ draftId, asked: z.object({ day: z.iso.date("Write the year with four digits."), time }).nullable() }),
  run: ({ member, now }, input) => readTimes(member, input.draftId, input.asked, now),
});

/** Gives a mail another time. `seen`: the one that was shown. */
export const moveMailAction = createAction({
  right: "drafts:sign",
  input: z.object({ draftId, at: instant, seen: instant.optional() }),
  run: ({ member, now }, { at, seen, ...input }) =>
    moveMail(member, input.draftId, new Date(at), now, seen ? new Date(seen) : null),
});

/** Cancels a mail that has its time. */
export const cancelMailAction = createAction({
  right: "campaigns:stop",
  input: z.object({ draftId }),
  run: ({ member, now }, input) => cancelMail(member, input.draftId, now),
});

/** Takes a cancelling back. */
export const takeBackCancelAction = createAction({
  right: "campaigns:stop",
  input: z.object({ draftId }),
  run: ({ member, now }, input) => takeBackCancel(member, input.draftId, now),
});

/** Has several leave at once, or gives them their times back. */
export const sendManyNowAction = createAction({
  right: "drafts:sign",
  input: z.object({ draftIds, back: z.boolean().optional() }),
  run: ({ member, now }, { draftIds, back }) => actOnMany(member, draftIds, { kind: back ? "take back send" : "send" }, now),
});

/** Moves several by as many minutes. */
export const moveManyAction = createAction({
  right: "drafts:sign",
  input: z.object({ draftIds, minutes: z.number().int().min(-20_160).max(20_160) }),
  run: ({ member, now }, { draftIds, minutes }) => actOnMany(member, draftIds, { kind: "move", minutes }, now),
});

/** Cancels several, or takes that back. */
export const cancelManyAction = createAction({
  right: "campaigns:stop",
  input: z.object({ draftIds, back: z.boolean().optional() }),
  run: ({ member, now }, { draftIds, back }) => actOnMany(member, draftIds, { kind: back ? "take back cancel" : "cancel" }, now),
});
