import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { WEEKDAYS } from "../clock/read-rules";
import type { SendingRules } from "../types";

/** Every zone the platform knows, and the one it leaves out of its list. */
export const ZONES = [...new Set([...Intl.supportedValuesOf("timeZone"), "UTC"])];
/** Where a law changed lately: Postgres 18.4 has the tz data of 2026, in which Vancouver keeps its summer time, Node 20 that of 2025. */
export const LAW_CHANGED: readonly string[] = ["America/Vancouver", "Canada/Pacific"];

const FIRST = Temporal.Instant.from("2025-01-01T00:00Z");
const LAST = Temporal.Instant.from("2031-01-01T00:00Z");

/** Every change of offset from 2025 to 2030, asked of Temporal. */
export const TRANSITIONS = ZONES.flatMap((timeZone) => {
  const found: { timeZone: string; at: number }[] = [];
  let next = FIRST.toZonedDateTimeISO(timeZone).getTimeZoneTransition("next");
  while (next && next.epochMilliseconds < LAST.epochMilliseconds) {
    found.push({ timeZone, at: next.epochMilliseconds });
    next = next.getTimeZoneTransition("next");
  }
  return found;
});

/** `PROVE=1` runs every zone and every transition; otherwise a share of them, seeded. */
export const PROVE = process.env.PROVE === "1";
export const RUNS = { numRuns: PROVE ? 5_000 : 150, seed: 20_261_123 };

const anywhere = fc.record({
  timeZone: fc.constantFrom(...ZONES),
  at: fc.integer({ min: FIRST.epochMilliseconds, max: LAST.epochMilliseconds }),
});

const nearTransition = fc
  .tuple(fc.constantFrom(...TRANSITIONS), fc.integer({ min: -26 * 3600, max: 26 * 3600 }))
  .map(([{ timeZone, at }, seconds]) => ({ timeZone, at: at + seconds * 1000 }));

/** A zone and a moment, three times in four within 26 h of a change of that zone's offset. */
export const moments = fc
  .oneof({ weight: 1, arbitrary: anywhere }, { weight: 3, arbitrary: nearTransition })
  .map(({ timeZone, at }) => ({ timeZone, now: Temporal.Instant.fromEpochMilliseconds(at) }));

const minutes = fc.oneof(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 0, max: 240 }), fc.constantFrom(0, 60, 120, 180));

const windows = fc
  .oneof(
    { weight: 6, arbitrary: fc.tuple(minutes, minutes).filter(([start, end]) => start !== end) },
    { weight: 1, arbitrary: fc.constantFrom<[number, number]>([0, 1440], [0, 0], [540, 1440]) },
  )
  .map(([start, end]) => ({ windowStart: clock(start), windowEnd: clock(end) }));

/** Sound rules without their zone. */
export const ruleParts = fc
  .tuple(
    windows,
    fc.record({
      days: fc.oneof(fc.constant([...WEEKDAYS]), fc.subarray([...WEEKDAYS], { minLength: 1 })),
      dailyLimit: fc.oneof(fc.integer({ min: 1, max: 30 }), fc.constant(10_000)),
      spacingSeconds: fc.constantFrom(0, 1, 5, 120, 480, 3600),
    }),
  )
  .map(([window, rest]): Omit<SendingRules, "timeZone"> => ({ ...window, ...rest }));

function clock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
}
