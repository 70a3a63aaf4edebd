import type { SendingRules } from "../types";
import { DAY_MS } from "./day-ms";
import { readRules, weekdayOf } from "./read-rules";
import { zoneClock } from "./zone-clock";

/** A stretch in which mail may leave, within one local calendar day. `from` is inside, `to` is not (epoch ms). */
export type OpenPeriod = { from: number; to: number; day: number };

/** Rules that are sound open at least once a week; a gap of the clock may swallow one occurrence. */
const GIVE_UP_DAYS = 60;

/**
 * The open periods that end after `fromMs`, in order, endless unless the rules never open.
 * Edges are wall-clock times: a skipped time means the end of the gap; of a repeated hour only the part counts in
 * which the clock does not run back out of the window, so that a window happens once, never twice.
 */
export function* openPeriods(rules: SendingRules, fromMs: number): Generator<OpenPeriod> {
  const read = readRules(rules);
  const clock = zoneClock(read.timeZone);
  // A window over midnight that is still open started the day before.
  let day = clock.dayOf(fromMs) - 1;
  let lastOpened = day;
  let reached = fromMs;
  while (day - lastOpened < GIVE_UP_DAYS) {
    if (read.days.has(weekdayOf(day))) {
      const closes = clock.firstAt(day * DAY_MS + read.close);
      const settled = clock.settledAt(day * DAY_MS + read.open);
      const opens = settled < closes ? settled : clock.firstAt(day * DAY_MS + read.open);
      for (const period of splitByDay(Math.max(opens, reached), closes)) {
        lastOpened = day;
        reached = period.to;
        yield period;
      }
    }
    day += 1;
  }

  function* splitByDay(from: number, to: number): Generator<OpenPeriod> {
    let start = from;
    while (start < to) {
      const today = clock.dayOf(start);
      const midnight = clock.firstAt((today + 1) * DAY_MS);
      const end = midnight > start ? Math.min(midnight, to) : to;
      yield { from: start, to: end, day: today };
      start = end;
    }
  }
}
