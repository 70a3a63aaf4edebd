import type { Temporal } from "temporal-polyfill";

/** Who reads: the moment of reading and the reader's zone. */
export type Reader = { now: Temporal.Instant; timeZone: string };

const DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** "today 14:22" on the reader's own day, else "Tue 24 Nov 9:00"; with the year when it is half a year away. */
export function formatTime(instant: Temporal.Instant, reader: Reader): string {
  return `${formatDay(instant, reader)} ${formatClock(instant, reader.timeZone)}`;
}

/** "today" or "Tue 24 Nov" ("Fri 8 Jan 2027" when it is half a year away). */
export function formatDay(instant: Temporal.Instant, reader: Reader): string {
  const date = instant.toZonedDateTimeISO(reader.timeZone).toPlainDate();
  const today = reader.now.toZonedDateTimeISO(reader.timeZone).toPlainDate();
  const away = Math.abs(today.until(date, { largestUnit: "day" }).days);
  if (away === 0) return "today";
  const day = `${DAYS[date.dayOfWeek - 1]} ${date.day} ${MONTHS[date.month - 1]}`;
  return away > 182 ? `${day} ${date.year}` : day;
}

/** "9:00", "14:22". */
export function formatClock(instant: Temporal.Instant, timeZone: string): string {
  const at = instant.toZonedDateTimeISO(timeZone);
  return `${at.hour}:${String(at.minute).padStart(2, "0")}`;
}

/** "8 s ago" under a minute, "just now" for a moment that has hardly passed, else as formatTime. */
export function formatAgo(instant: Temporal.Instant, reader: Reader): string {
  const seconds = Math.floor((reader.now.epochMilliseconds - instant.epochMilliseconds) / 1000);
  if (seconds < 0 || seconds >= 60) return formatTime(instant, reader);
  return seconds === 0 ? "just now" : `${seconds} s ago`;
}
