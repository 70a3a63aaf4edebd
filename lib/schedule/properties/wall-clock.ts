import type { Temporal } from "temporal-polyfill";
import { WEEKDAYS } from "../clock/read-rules";
import type { SendingRules } from "../types";

/** What the clock on the wall says, by Temporal alone: whether a mail leaving now would be seen inside the window. */
export function showsOpen(rules: SendingRules, instant: Temporal.Instant): boolean {
  const at = instant.toZonedDateTimeISO(rules.timeZone);
  const time = at.hour * 60 + at.minute + at.second / 60 + at.millisecond / 60_000;
  const start = minutesOf(rules.windowStart);
  const end = minutesOf(rules.windowEnd);
  const isDay = (date: Temporal.PlainDate) => rules.days.includes(WEEKDAYS[date.dayOfWeek - 1] as (typeof WEEKDAYS)[number]);
  const today = at.toPlainDate();
  if (start < end) return isDay(today) && time >= start && time < end;
  if (start === 0 && end === 0) return isDay(today);
  return (isDay(today) && time >= start) || (isDay(today.subtract({ days: 1 })) && time < end);
}

/** Whether the clock shows this time once only: false in both passes of a repeated hour. */
export function isShownOnce(timeZone: string, instant: Temporal.Instant): boolean {
  const shown = instant.toZonedDateTimeISO(timeZone).toPlainDateTime();
  const pass = (disambiguation: "earlier" | "later") => shown.toZonedDateTime(timeZone, { disambiguation });
  return pass("earlier").epochNanoseconds === pass("later").epochNanoseconds;
}

/** The local calendar day, by Temporal. */
export function dayShown(timeZone: string, instant: Temporal.Instant): string {
  return instant.toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

function minutesOf(text: string): number {
  const [hours, minutes] = text.split(":").map(Number);
  return (hours as number) * 60 + (minutes as number);
}
