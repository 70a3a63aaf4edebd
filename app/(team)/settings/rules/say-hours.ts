import { toTemporal } from "@/lib/schedule/clock/to-temporal";
import { leaveAt, type TeamHours } from "@/lib/schedule/leave-at";
import { formatTime, type Reader } from "@/lib/schedule/words/format-time";

/** "9:00 and 17:00", behind "between". */
export function sayHours({ start, end }: TeamHours): string {
  const plain = (text: string) => text.slice(0, 5).replace(/^0(\d)/, "$1");
  const isNextDay = end.slice(0, 5) <= start.slice(0, 5);
  return `${plain(start)} and ${plain(end)}${isNextDay ? " the next day" : ""}`;
}

/** When the next good time is for somebody in the reader's zone: "now", or "Mon 30 Nov 9:00". */
export function sayNext(hours: TeamHours, now: Date, reader: Reader): string {
  const leave = { kind: "good", day: null, time: null, zone: "reader" } as const;
  const next = leaveAt(leave, { reader: reader.timeZone, sender: reader.timeZone }, hours, toTemporal(now));
  if (!next) return "never";
  return next.at.epochMilliseconds <= now.getTime() ? "now" : formatTime(next.at, reader);
}
