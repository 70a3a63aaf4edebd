import { Temporal } from "temporal-polyfill";
import type { Member } from "../../auth/member";
import { toTemporal } from "../../schedule/clock/to-temporal";
import { formatTime } from "../../schedule/words/format-time";
import { readHandRules } from "../../team/read-hand-rules";
import { type SnoozeTime, snoozeTimes } from "./snooze-times";

/** The times that offer themselves, and what a day and a time of the team's clocks that were asked about come to; `isOver` where they have passed. */
export type SnoozeTimes = { offers: SnoozeTime[]; chosen: (Pick<SnoozeTime, "words" | "at"> & { isOver: boolean }) | null };

export async function readSnoozeTimes(
  member: Member,
  asked: { day: string; time: string } | null,
  now: Date,
): Promise<SnoozeTimes> {
  const { hours } = await readHandRules(member);
  const instant = toTemporal(now);
  return { offers: snoozeTimes(hours, member.timezone, instant), chosen: asked && chosenOf(asked, member.timezone, instant) };
}

function chosenOf({ day, time }: { day: string; time: string }, timeZone: string, now: Temporal.Instant) {
  const clock = Temporal.PlainTime.from(time.padStart(5, "0"));
  const at = Temporal.PlainDate.from(day).toZonedDateTime({ timeZone, plainTime: clock }).toInstant();
  const isOver = Temporal.Instant.compare(at, now) <= 0;
  return { words: formatTime(at, { now, timeZone }), at: new Date(at.epochMilliseconds).toISOString(), isOver };
}
