import type { TeamTransaction } from "@/db/access/with-team";
import { lockBudget } from "../../limits/lock-budget";
import { type Room, readPlaceFrom, readRoom } from "../../limits/read-room";
import type { LimitKind } from "../../limits/read-use";
import { allocateSlots } from "../../schedule/allocate-slots";
import { toDate, toTemporal } from "../../schedule/clock/to-temporal";
import { localDay } from "../../schedule/local-day";
import { readDayUse } from "../../slots/read-day-use";
import { giveSlots } from "./give-slots";
import { type Candidate, lockCandidates } from "./lock-candidates";
import type { Queue } from "./lock-queue";

/** How far ahead slots are given: beyond a day a plan is only a forecast. */
const horizonHours = 24;

/**
 * `roomFrom`: when the next mail without a slot may find one; null when nothing waits or nothing opens. `full`: limits of 24 hours that leave no place, and
 * when they leave one again.
 */
export type Allocation = { given: number; usedToday: number; roomFrom: Date | null; full: Full };
type Full = Record<LimitKind, { from: Date | null } | null>;
const nothingFull: Full = { mailbox: null, outside: null, onmicrosoft: null };

/** Gives slots to signed mails of a campaign, as far as its rules have room within the horizon. */
export async function allocate(tx: TeamTransaction, teamId: string, queue: Queue, now: Date): Promise<Allocation> {
  const use = await readDayUse(tx, queue, now);
  const candidates = await lockCandidates(tx, queue, now, horizonHours);
  if (candidates.some((mail) => mail.isOutside)) await lockBudget(tx);
  const room = candidates.length > 0 ? await readRoom(tx, queue.senderAccountId, now) : null;
  const byDraft = new Map(candidates.map((mail) => [mail.draftId, mail]));
  const plan = allocateSlots({
    rules: queue.rules,
    now: toTemporal(now),
    horizonHours,
    used: use.used,
    taken: use.taken.map((at) => toTemporal(at)),
    mailboxTaken: use.mailboxTaken.map((at) => toTemporal(at)),
    ...(room ? { room: { all: room.mailbox, outside: Math.min(room.outside, room.onmicrosoft ?? room.outside) } } : {}),
    candidates: candidates.map(({ draftId, step, dueAt, isOutside }) => ({
      id: draftId,
      kind: step === 1 ? ("first" as const) : ("followup" as const),
      notBefore: toTemporal(dueAt),
      isOutside,
    })),
  });
  const slots = plan.slots.flatMap(({ id, at }) => {
    const mail = byDraft.get(id);
    return mail ? [{ mail, at: toDate(at) }] : [];
  });
  await giveSlots(tx, teamId, queue, slots, now);
  const today = localDay(queue.rules, toTemporal(now));
  const next = plan.waiting.find((mail) => byDraft.get(mail.id)?.step === 1) ?? plan.waiting[0];
  return {
    given: slots.length,
    usedToday: (use.used[today.key] ?? 0) + slots.filter(({ at }) => at < toDate(today.end)).length,
    roomFrom: next?.from ? toDate(next.from) : null,
    full: room ? await readFull(tx, queue, room, slots, now) : nothingFull,
  };
}

/** Which limits leave no place to a mail without a slot, now that these are given. */
async function readFull(
  tx: TeamTransaction,
  { senderAccountId }: Queue,
  room: Room,
  given: { mail: Candidate }[],
  now: Date,
): Promise<Full> {
  const outside = given.filter(({ mail }) => mail.isOutside).length;
  const full = async (kind: LimitKind, left: number) =>
    left > 0 ? null : { from: await readPlaceFrom(tx, kind, senderAccountId, left, now) };
  return {
    mailbox: await full("mailbox", room.mailbox - given.length),
    outside: await full("outside", room.outside - outside),
    onmicrosoft: room.onmicrosoft === null ? null : await full("onmicrosoft", room.onmicrosoft - outside),
  };
}
