import type { Temporal } from "temporal-polyfill";
import { readDayCounts, toInstant, toMs } from "./clock/instants";
import { openSlotBook } from "./clock/slot-book";
import { zoneClock } from "./clock/zone-clock";
import { explainWait } from "./explain-wait";
import type { MailKind, SendingRules, Wait } from "./types";

/** A mail that may have a slot: signed, without a pending slot. `notBefore` null means due at once. */
export type SlotCandidate = { id: string; notBefore: Temporal.Instant | null; kind: MailKind; isOutside?: boolean };

/** Everything the allocator decides from; the caller reads it while the mailbox is locked. */
export type SlotRequest = {
  rules: SendingRules;
  now: Temporal.Instant;
  /** How far ahead slots are given, in hours. */
  horizonHours?: number;
  /** Per local day ("2026-11-24"): mails of the campaign sent, in flight, in doubt, or holding a slot. */
  used: Readonly<Record<string, number>>;
  /** Per local day: places kept for follow-ups that fall due but cannot have a slot yet. First mails leave them. */
  reserved?: Readonly<Record<string, number>>;
  /** The campaign's pending slots, and its sends of at least the last spacing and the last minute. */
  taken: readonly Temporal.Instant[];
  /** The same of the mailbox's other campaigns: pending slots and the last minute's sends. */
  mailboxTaken?: readonly Temporal.Instant[];
  /** So many more slots Microsoft's limits of 24 hours leave room for: in all, and for mail to others. Without: any number. */
  room?: { all: number; outside: number };
  /** In the order in which they are to leave among their equals. */
  candidates: readonly SlotCandidate[];
};

/** Why a mail waits; `position` of `of` in line, where it is in line. */
type SlotWait = Wait & { position?: number; of?: number };

/** A slot for some candidates; for each, with a slot or without, the reason it has not left. */
export type SlotPlan = {
  slots: (SlotWait & { id: string; at: Temporal.Instant })[];
  waiting: (SlotWait & { id: string })[];
};

/**
 * Gives slots to candidates: never before `now` or outside the window, never above the day's limit, never nearer
 * than the spacing to any mail of the campaign or above 25 a minute of the mailbox. Follow-ups choose first, so that
 * each day is theirs before it is the first mails'. After an outage or a pause the line is spread from `now` on.
 */
export function allocateSlots(request: SlotRequest): SlotPlan {
  const { rules, candidates } = request;
  const now = toMs(request.now);
  const horizon = now + (request.horizonHours ?? 24) * 3_600_000;
  const used = readDayCounts(request.used);
  const book = openSlotBook(rules, now, {
    campaign: request.taken.map(toMs),
    mailbox: (request.mailboxTaken ?? []).map(toMs),
    used,
    reserved: readDayCounts(request.reserved ?? {}),
  });

  const placed = new Map<string, number>();
  const room = { ...(request.room ?? { all: Number.POSITIVE_INFINITY, outside: Number.POSITIVE_INFINITY }) };
  for (const kind of ["followup", "first"] as const) {
    let last = now;
    for (const { id, due, isOutside } of dueInOrder(candidates, kind, now)) {
      if (room.all <= 0) break;
      if (isOutside && room.outside <= 0) continue;
      const at = book.place(Math.max(due, last), horizon, kind);
      if (at === null) break;
      placed.set(id, at);
      last = at;
      room.all -= 1;
      if (isOutside) room.outside -= 1;
    }
  }

  const today = zoneClock(rules.timeZone).dayOf(now);
  const givenToday = [...placed.values()].filter((at) => zoneClock(rules.timeZone).dayOf(at) === today).length;
  const explain = explainWait(rules, {
    now: request.now,
    usedToday: (used.get(today) ?? 0) + givenToday,
    roomFrom: toInstant(book.nextRoom(now)?.from ?? null),
  });
  return inLine(
    candidates.map(({ id, notBefore }) => {
      const at = toInstant(placed.get(id) ?? null);
      return { id, at, ...explain({ notBefore, slot: at }) };
    }),
  );
}

function dueInOrder(candidates: readonly SlotCandidate[], kind: MailKind, now: number) {
  return candidates
    .filter((candidate) => candidate.kind === kind)
    .map(({ id, notBefore, isOutside }) => ({ id, isOutside, due: notBefore ? Math.max(toMs(notBefore), now) : now }))
    .sort((a, b) => a.due - b.due);
}

function inLine(mails: (SlotWait & { id: string; at: Temporal.Instant | null })[]): SlotPlan {
  const plan: SlotPlan = { slots: [], waiting: [] };
  for (const { at, ...mail } of mails) {
    if (at) plan.slots.push({ at, ...mail });
    else plan.waiting.push(mail);
  }
  plan.slots.sort((a, b) => a.at.epochMilliseconds - b.at.epochMilliseconds);
  const line = [...plan.slots, ...plan.waiting].filter((mail) => mail.reason === "in_line");
  line.forEach((mail, i) => {
    mail.position = i + 1;
    mail.of = line.length;
  });
  return plan;
}
