import { Temporal } from "temporal-polyfill";

/**
 * What the clock on the wall says, told by Intl alone and found by halving: nothing of lib/schedule, and none of Temporal's own transitions, is
 * asked. Whoever judges the schedule must not be the schedule.
 */
export type WallClock = {
  /** Milliseconds that the wall clock shows at an instant (epoch ms), counted as if it stood in UTC. */
  at(ms: number): number;
};

/** Two changes of a clock are further apart than this: the nearest ones, around Ramadan in Morocco, are four weeks apart. */
const stretchMs = 48 * 3_600_000;
const known = new Map<string, WallClock>();

export function wallClock(timeZone: string): WallClock {
  const found = known.get(timeZone) ?? create(timeZone);
  known.set(timeZone, found);
  return found;
}

function create(timeZone: string): WallClock {
  const ask = askIntl(timeZone);
  /** For each stretch that was asked about: the offset at its start, when it changes, and to what. */
  const stretches = new Map<number, [before: number, change: number, after: number]>();
  const read = (start: number): [number, number, number] => {
    let [low, high] = [start, start + stretchMs];
    const [before, after] = [ask(low), ask(high)];
    while (before !== after && high - low > 1000) {
      const middle = Math.floor((low + high) / 2000) * 1000;
      if (ask(middle) === after) high = middle;
      else low = middle;
    }
    return [before, high, after];
  };
  return {
    at(ms) {
      const number = Math.floor(ms / stretchMs);
      const stretch = stretches.get(number) ?? read(number * stretchMs);
      stretches.set(number, stretch);
      return ms + (ms < stretch[1] ? stretch[0] : stretch[2]);
    },
  };
}

function askIntl(timeZone: string): (ms: number) => number {
  const format = new Intl.DateTimeFormat("en-US-u-ca-gregory-nu-latn", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  return (ms) => {
    const [month, day, year, hour, minute, second] = (format.format(ms).match(/\d+/g) ?? []).map(Number);
    return Date.UTC(year as number, (month as number) - 1, day, hour, minute, second) - ms;
  };
}

const from = Temporal.Instant.from("2020-01-01T00:00Z");
const until = Date.UTC(2041, 0, 1);

/** Every change of offset from 2020 to 2040, and for a zone without any one instant in the middle: a place for a story to happen. */
export function listChanges(zones: readonly string[]): { timeZone: string; at: number }[] {
  return zones.flatMap((timeZone) => {
    const found: { timeZone: string; at: number }[] = [];
    let next = from.toZonedDateTimeISO(timeZone).getTimeZoneTransition("next");
    while (next && next.epochMilliseconds < until) {
      found.push({ timeZone, at: next.epochMilliseconds });
      next = next.getTimeZoneTransition("next");
    }
    return found.length > 0 ? found : [{ timeZone, at: Date.UTC(2030, 5, 15) }];
  });
}
