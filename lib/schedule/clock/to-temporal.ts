import { Temporal } from "temporal-polyfill";

/** The same instant; null stays null. Postgres' microseconds were lost already where a Date was made. */
export function toTemporal(date: Date): Temporal.Instant;
export function toTemporal(date: Date | null): Temporal.Instant | null;
export function toTemporal(date: Date | null): Temporal.Instant | null {
  return date && Temporal.Instant.fromEpochMilliseconds(date.getTime());
}

/** The same instant; null stays null. */
export function toDate(instant: Temporal.Instant): Date;
export function toDate(instant: Temporal.Instant | null): Date | null;
export function toDate(instant: Temporal.Instant | null): Date | null {
  return instant && new Date(instant.epochMilliseconds);
}
