import type { SendingRules, Weekday } from "../types";
import { DAY_MS } from "./day-ms";

/** The seven days, Monday first. */
export const WEEKDAYS: readonly Weekday[] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/** Sending rules in numbers: `open` and `close` in ms of the wall clock since 0:00 of the day the window starts on. */
export type ReadRules = { open: number; close: number; days: ReadonlySet<number>; timeZone: string };

/**
 * Reads times and days; `close` exceeds a day when the window runs over midnight. 0:00 to 0:00, 24:00 or 23:59:59
 * is the whole day. Any other window without length has `close === open` and never opens.
 */
export function readRules(rules: SendingRules): ReadRules {
  const open = readTime(rules.windowStart) ?? Number.NaN;
  const end = readTime(rules.windowEnd) ?? Number.NaN;
  const days = new Set(rules.days.map((day) => WEEKDAYS.indexOf(day)));
  const wholeDay = open === 0 && (end === 0 || end >= DAY_MS - 1000);
  const close = wholeDay ? DAY_MS : end < open ? end + DAY_MS : end;
  return { open, close, days, timeZone: rules.timeZone };
}

/** "HH:MM" or "HH:MM:SS" (up to "24:00:00", as Postgres writes `time`) in ms since 0:00; null for anything else. */
export function readTime(text: string): number | null {
  const match = /^(\d{1,2}):([0-5]\d)(?::([0-5]\d)(\.\d{1,6})?)?$/.exec(text);
  if (!match) return null;
  const [, hours, minutes, seconds = "0", fraction = "0"] = match;
  const ms = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000 + Math.floor(Number(fraction) * 1000);
  return ms <= DAY_MS ? ms : null;
}

/** Monday = 0, for the number of a calendar day (0 = 1970-01-01, a Thursday). */
export function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}
