import { Temporal } from "temporal-polyfill";
import { DAY_MS } from "./day-ms";

/** Epoch milliseconds, rounded up: Postgres keeps microseconds, and nothing may leave a fraction too early. */
export function toMs(instant: Temporal.Instant): number {
  const ms = instant.epochMilliseconds;
  return instant.epochNanoseconds > BigInt(ms) * 1_000_000n ? ms + 1 : ms;
}

/** The instant of epoch milliseconds; null stays null. */
export function toInstant(ms: number): Temporal.Instant;
export function toInstant(ms: number | null): Temporal.Instant | null;
export function toInstant(ms: number | null): Temporal.Instant | null {
  return ms === null ? null : Temporal.Instant.fromEpochMilliseconds(ms);
}

/** "2026-11-24" for the number of a calendar day (0 = 1970-01-01). */
export function dayKey(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** Counts under "2026-11-24" as counts under the numbers of those days. Throws RangeError for another key. */
export function readDayCounts(counts: Readonly<Record<string, number>>): Map<number, number> {
  return new Map(
    Object.entries(counts).map(([key, count]) => [
      Temporal.PlainDate.from(key).toZonedDateTime("UTC").epochMilliseconds / DAY_MS,
      count,
    ]),
  );
}
