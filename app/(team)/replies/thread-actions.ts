"use server";

import { z } from "zod";
import { createAction } from "@/lib/actions/create-action";
import { mostLetters } from "@/lib/actions/text-limits";
import { assignThread } from "@/lib/threads/assign-thread";
import { reopenThread } from "@/lib/threads/reopen-thread";
import { restoreThread } from "@/lib/threads/restore-thread";
import { seeThread } from "@/lib/threads/see-thread";
import { settleThread } from "@/lib/threads/settle-thread";
import { readSnoozeTimes } from "@/lib/threads/snooze/read-snooze-times";
import { snoozeThread } from "@/lib/threads/snooze-thread";

const id = z.uuid();
const stand = z.object({
  state: z.enum(["open", "waiting", "snoozed", "done"]),
  assignedTo: id.nullable(),
  snoozedUntil: z.iso.datetime().max(mostLetters.instant).nullable(),
  version: z.number().int().min(1).max(2_000_000_000),
});
/** How the thread was shown; whoever says it is refused where somebody changed it meanwhile. */
const seen = stand.optional();

export const assignThreadAction = createAction({
  right: "contacts:edit",
  input: z.object({ threadId: id, to: id.nullable(), seen }),
  run: ({ member, now }, { threadId, to, seen }) => assignThread(member, threadId, to, now, seen),
});

export const snoozeThreadAction = createAction({
  right: "contacts:edit",
  input: z.object({ threadId: id, until: z.iso.datetime().max(mostLetters.instant), seen }),
  run: ({ member, now }, { threadId, until, seen }) => snoozeThread(member, threadId, new Date(until), now, seen),
});

export const readSnoozeTimesAction = createAction({
  right: "team:read",
  reads: true,
  input: z.object({
    asked: z
      .object({ day: z.iso.date(), time: z.string().regex(/^([01]?\d|2[0-3]):[0-5]\d$/, "Write a time as 9:00.") })
      .nullable(),
  }),
  run: ({ member, now }, { asked }) => readSnoozeTimes(member, asked, now),
});

export const settleThreadAction = createAction({
  right: "contacts:edit",
  input: z.object({ threadId: id, seen }),
  run: ({ member, now }, { threadId, seen }) => settleThread(member, threadId, now, seen),
});

export const reopenThreadAction = createAction({
  right: "contacts:edit",
  input: z.object({ threadId: id, seen }),
  run: ({ member, now }, { threadId, seen }) => reopenThread(member, threadId, now, seen),
});

export const seeThreadAction = createAction({
  right: "contacts:edit",
  reads: true,
  input: z.object({ threadId: id }),
  run: ({ member, now }, { threadId }) => seeThread(member, threadId, now),
});

export const restoreThreadAction = createAction({
  right: "contacts:edit",
  input: z.object({ threadId: id, before: z.object({ was: stand, made: stand }) }),
  run: ({ member, now }, { threadId, before }) => restoreThread(member, threadId, before, now),
});
