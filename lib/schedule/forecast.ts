import type { Temporal } from "temporal-polyfill";
import { DAY_MS } from "./clock/day-ms";
import { toInstant, toMs } from "./clock/instants";
import { shiftByDelay } from "./clock/shift-by-delay";
import { openSlotBook } from "./clock/slot-book";
import { zoneClock } from "./clock/zone-clock";
import type { Delay, SendingRules } from "./types";

/** What is to be forecast. `steps[0].delay` is not looked at: the first mail follows no other. */
export type ForecastRequest = {
  now: Temporal.Instant;
  contacts: number;
  steps: readonly { delay: Delay }[];
  usedToday?: number;
};

/** `mails` is a maximum (a reply stops a contact); `last` is null without mail, or when more than ten years away. */
export type Forecast = { mails: number; first: Temporal.Instant | null; last: Temporal.Instant | null };

const TEN_YEARS_DAYS = 3653;

/**
 * When a campaign's first mail leaves and about when its last one does, if everybody is mailed and nobody answers:
 * the allocator's own book, filled a day at a time, follow-ups before first mails.
 */
export function forecast(rules: SendingRules, request: ForecastRequest): Forecast {
  const clock = zoneClock(rules.timeZone);
  const now = toMs(request.now);
  const today = clock.dayOf(now);
  const book = openSlotBook(rules, now, {
    campaign: [],
    mailbox: [],
    used: new Map([[today, request.usedToday ?? 0]]),
    reserved: new Map(),
  });
  const mails = request.contacts * request.steps.length;
  const line = createLine(request, (ms, delay) => shiftByDelay(clock, ms, delay));
  let first = Number.POSITIVE_INFINITY;
  let last = now;
  let left = mails;

  let from = now;
  while (left > 0) {
    const room = book.nextRoom(Math.max(from, line.nextDue()));
    if (!room || room.day - today > TEN_YEARS_DAYS) break;
    const end = clock.firstAt((room.day + 1) * DAY_MS);
    for (const at of fillDay(room.from, end)) {
      first = Math.min(first, at);
      last = Math.max(last, at);
      left -= 1;
    }
    from = Math.max(end, room.to);
  }
  return {
    mails,
    first: toInstant(Number.isFinite(first) ? first : null),
    last: left === 0 && mails > 0 ? toInstant(last) : null,
  };

  function* fillDay(start: number, end: number): Generator<number> {
    // Follow-ups twice: those of short delays fall due on the day of the mail before them.
    for (const kind of ["followup", "first", ...request.steps.map(() => "followup" as const)] as const) {
      let reached = start;
      for (let mail = line.peek(kind, end); mail; mail = line.peek(kind, end)) {
        const at = book.place(Math.max(mail.due, reached), end - 1, kind);
        if (at === null) break;
        reached = at;
        line.take(mail.step, at);
        yield at;
      }
    }
  }
}

/** Who is due when, one queue a step. Mail leaves in order of time, so each queue is filled in order. */
function createLine(request: ForecastRequest, shift: (ms: number, delay: Delay) => number) {
  const due = request.steps.map((): number[] => []);
  const taken = request.steps.map(() => 0);
  const count = (step: number) => (step === 0 ? request.contacts : (due[step] as number[]).length);
  const dueOf = (step: number) => (step === 0 ? Number.NEGATIVE_INFINITY : (due[step]?.[taken[step] as number] as number));

  function earliest(steps: readonly number[]) {
    let found: { step: number; due: number } | null = null;
    for (const step of steps) {
      if ((taken[step] as number) >= count(step)) continue;
      if (!found || dueOf(step) < found.due) found = { step, due: dueOf(step) };
    }
    return found;
  }

  const steps = request.steps.map((_, step) => step);
  return {
    nextDue: () => earliest(steps)?.due ?? Number.NEGATIVE_INFINITY,
    peek(kind: "first" | "followup", before: number) {
      const mail = earliest(kind === "first" ? steps.slice(0, 1) : steps.slice(1));
      return mail && mail.due < before ? mail : null;
    },
    take(step: number, at: number) {
      taken[step] = (taken[step] as number) + 1;
      const next = request.steps[step + 1];
      if (next) (due[step + 1] as number[]).push(shift(at, next.delay));
    },
  };
}
