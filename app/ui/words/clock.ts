/** "9:00", "14:22" on the clock of a zone. Light enough for the browser; the server says times with lib/schedule/words/format-time. */
export function sayClock(at: Date, timeZone: string): string {
  const part = partsOf(at, timeZone, { hour: "numeric", minute: "2-digit", hourCycle: "h23" });
  return `${Number(part("hour"))}:${part("minute").padStart(2, "0")}`;
}

/** "12:41:18", for a moment that is named to the second. */
export function sayClockToTheSecond(at: Date, timeZone: string): string {
  const part = partsOf(at, timeZone, { second: "2-digit" });
  return `${sayClock(at, timeZone)}:${part("second").padStart(2, "0")}`;
}

/** "14:22" today, "tomorrow 6:00", else "Mon 30 Nov 9:00": when something ahead happens. */
export function sayAhead(at: Date, now: Date, timeZone: string): string {
  const days = dayNumber(at, timeZone) - dayNumber(now, timeZone);
  const clock = sayClock(at, timeZone);
  if (days === 0) return clock;
  return days === 1 ? `tomorrow ${clock}` : `${sayDay(at, now, timeZone)} ${clock}`;
}

/** "today 14:22", "tomorrow 9:10", else "Mon 30 Nov 9:00": a moment within a sentence, past or ahead. */
export function sayMoment(at: Date, now: Date, timeZone: string): string {
  const isToday = dayNumber(at, timeZone) === dayNumber(now, timeZone);
  return isToday ? `today ${sayClock(at, timeZone)}` : sayAhead(at, now, timeZone);
}

/** "15:00", with its weekday where that is another ("Mon 1:00"), on the reader's clock, of a moment said on another; null where both show the same. */
export function sayHere(at: Date, there: string, here: string): string | null {
  const clock = sayClock(at, here);
  if (dayNumber(at, there) !== dayNumber(at, here)) return `${sayDay(at, at, here).split(" ")[0]} ${clock}`;
  return clock === sayClock(at, there) ? null : clock;
}

/** "Mon 30 Nov", with the year when it is another one. */
export function sayDay(at: Date, now: Date, timeZone: string): string {
  const part = partsOf(at, timeZone, { weekday: "short", day: "numeric", month: "short", year: "numeric" });
  const year = partsOf(now, timeZone, { year: "numeric" })("year");
  return `${part("weekday")} ${part("day")} ${part("month")}${part("year") === year ? "" : ` ${part("year")}`}`;
}

function dayNumber(at: Date, timeZone: string): number {
  const part = partsOf(at, timeZone, { year: "numeric", month: "numeric", day: "numeric" });
  return Math.round(Date.UTC(Number(part("year")), Number(part("month")) - 1, Number(part("day"))) / 86_400_000);
}

function partsOf(at: Date, timeZone: string, options: Intl.DateTimeFormatOptions) {
  const parts = new Intl.DateTimeFormat("en-GB", { ...options, timeZone }).formatToParts(at);
  return (type: Intl.DateTimeFormatPartTypes) => parts.find((part) => part.type === type)?.value ?? "";
}
