const eight = "T08:00:00Z";

/** Eight in the morning of a day ("2027-03-01") on the clock of a zone: when a thread that rested until then is to do again. */
export function morningOf(day: string, timeZone: string): Date {
  const asThere = new Date(`${day}${eight}`);
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    hourCycle: "h23",
  }).formatToParts(asThere);
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((one) => one.type === type)?.value);
  const there = Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"));
  return new Date(2 * asThere.getTime() - there);
}

/** "Mon 1 Mar": a day without its zone. */
export const dateOf = (day: string) => new Date(`${day}T12:00:00Z`);
