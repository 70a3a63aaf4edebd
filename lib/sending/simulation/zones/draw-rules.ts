import { WEEKDAYS } from "../../../schedule/clock/read-rules";
import type { Delay, SendingRules } from "../../../schedule/types";
import type { Chance } from "../seeded";

/** Sound rules: windows of every length, more often in the small hours, in which clocks change. */
export function drawRules(chance: Chance, timeZone: string): SendingRules {
  const [windowStart, windowEnd] = drawWindow(chance);
  const days = chance.happens(0.4) ? WEEKDAYS : WEEKDAYS.filter(() => chance.happens(0.6));
  const spacingSeconds = chance.pick([0, 1, 5, 30, 120, 480]);
  // A window of few minutes and a long spacing hold few mails a day, and a story is to end.
  const dailyLimit = chance.happens(0.1) ? 10_000 : chance.int(3, 200);
  return { windowStart, windowEnd, days: days.length > 0 ? days : [...WEEKDAYS], timeZone, dailyLimit, spacingSeconds };
}

/** So many mails find a place on a sending day, about. */
export function placesOf({ windowStart, windowEnd, dailyLimit, spacingSeconds }: SendingRules): number {
  const minutes = (minuteOf(windowEnd) - minuteOf(windowStart) + 1440) % 1440 || 1440;
  return Math.min(dailyLimit, Math.floor((minutes * 60) / Math.max(spacingSeconds, 3)));
}

const minuteOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

function drawWindow(chance: Chance): [string, string] {
  const kind = chance();
  if (kind < 0.15)
    return chance.pick([
      ["00:00", "24:00"],
      ["00:00", "00:00"],
      ["09:00", "24:00"],
      ["09:00", "17:00"],
    ] as [string, string][]);
  const start = kind < 0.6 ? chance.int(0, 240) : chance.int(0, 1439);
  const long = chance.happens(0.5) ? chance.int(20, 180) : chance.int(20, 1400);
  return [clock(start), clock((start + long) % 1440)];
}

export function drawDelay(chance: Chance): Delay {
  if (chance.happens(0.3)) return { days: 0, hours: chance.int(0, 30), minutes: chance.int(0, 59) };
  return { days: chance.int(1, 4), hours: chance.happens(0.3) ? chance.int(0, 5) : 0, minutes: 0 };
}

function clock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
}
