import type { DayLane, DayMark } from "@/lib/analytics/read-day";

/** Where the hours of a day stand on a line, in percent. An hour beyond 24, or below 0, is of the reader's next day, or the one before: the day is the team's. */
export type DayScale = { from: number; until: number; hourOf: (at: Date) => number; place: (hour: number) => string };

/** The hours from 9 to 17, and as many more as the day's mails and this moment need. */
export function dayScale(lanes: DayLane[], timezone: string, now: Date): DayScale {
  const hourOf = clockIn(timezone, now);
  const hours = lanes.flatMap((lane) => lane.marks.map((mark) => hourOf(mark.at)));
  const from = Math.floor(Math.min(9, hourOf(now), ...span(hours)));
  const until = Math.ceil(Math.max(17, hourOf(now), ...span(hours)));
  return { from, until, hourOf, place: (hour) => `${((hour - from) / (until - from)) * 100}%` };
}

/** The hours that are named: all up to nine, else every second, third, … */
export function namedHours({ from, until }: DayScale): number[] {
  const every = Math.ceil((until - from) / 9);
  return Array.from({ length: until - from + 1 }, (_, index) => from + index).filter((hour) => (hour - from) % every === 0);
}

export type MailKind = Exclude<DayMark["kind"], "reply">;
export const mailKinds: MailKind[] = ["sent", "signed", "to sign", "held"];
export type DayBin = { hour: number; counts: Record<MailKind, number>; total: number };

/** Counts the mails of marks by parts of an hour, earliest first; parts without mail are left out. */
export function countBins(marks: DayMark[], scale: DayScale, perHour: number): DayBin[] {
  const bins = new Map<number, DayBin>();
  for (const { at, kind } of marks) {
    if (kind === "reply") continue;
    const hour = Math.floor(scale.hourOf(at) * perHour) / perHour;
    const bin = bins.get(hour) ?? { hour, counts: { sent: 0, signed: 0, "to sign": 0, held: 0 }, total: 0 };
    bin.counts[kind] += 1;
    bin.total += 1;
    bins.set(hour, bin);
  }
  return [...bins.values()].sort((a, b) => a.hour - b.hour);
}

/** First and last of numbers, as two numbers: a day may hold more than a call takes arguments. */
function span(numbers: number[]): number[] {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const number of numbers) {
    least = Math.min(least, number);
    most = Math.max(most, number);
  }
  return numbers.length === 0 ? [] : [least, most];
}

/** "9:00" of an hour on the line, on whichever day it is. */
export const sayHour = (hour: number) => `${((hour % 24) + 24) % 24}:00`;

/** Hours on the clock of a zone since the midnight before now. */
function clockIn(timezone: string, now: Date) {
  const format = new Intl.DateTimeFormat("en-GB", {
    timeZone: timezone,
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    hourCycle: "h23",
  });
  const read = (at: Date) => {
    const parts = format.formatToParts(at);
    const part = (type: string) => Number(parts.find((one) => one.type === type)?.value ?? 0);
    return { day: Date.UTC(part("year"), part("month") - 1, part("day")) / 86_400_000, hour: part("hour") + part("minute") / 60 };
  };
  const today = read(now).day;
  return (at: Date) => {
    const { day, hour } = read(at);
    return (day - today) * 24 + hour;
  };
}
