import { WEEKDAYS } from "../../../schedule/clock/read-rules";
import { mailboxPerMinute } from "../../../schedule/clock/slot-book";
import type { SendingRules } from "../../../schedule/types";
import { BreachFound } from "../breach";
import { wallClock } from "./wall-offsets";

const dayMs = 86_400_000;
const minuteMs = 60_000;

/** Keeps what left of one campaign, and looks at each mail by the wall clock alone. */
export type SendJudge = {
  /** @throws BreachFound when this mail should not have left now. */
  sent(id: number, at: number, due: number, rules: SendingRules): void;
  /** @throws BreachFound when another mail than all of these left, or one of them did not. */
  ended(count: number): void;
};

export function judgeSends(): SendJudge {
  const seen = new Set<number>();
  const times: number[] = [];
  const days = new Map<string, number>();
  return {
    sent(id, at, due, rules) {
      if (seen.has(id)) throw new BreachFound("double", `mail ${id} left again at ${when(at)}`);
      seen.add(id);
      if (at < due) throw new BreachFound("early", `mail ${id} left at ${when(at)}, due ${when(due)}`);
      if (!isShownOpen(rules, at)) throw new BreachFound("window", `mail ${id} left at ${when(at)} ${rules.timeZone}`);
      const day = `${rules.timeZone} ${Math.floor(wallClock(rules.timeZone).at(at) / dayMs)}`;
      days.set(day, (days.get(day) ?? 0) + 1);
      if ((days.get(day) as number) > rules.dailyLimit) throw new BreachFound("limit", `mail ${id} is one too many of its day`);
      let place = times.length;
      while (place > 0 && (times[place - 1] as number) > at) place -= 1;
      const [before, after] = [times[place - 1], times[place]];
      const gap = Math.min(at - (before ?? Number.NEGATIVE_INFINITY), (after ?? Number.POSITIVE_INFINITY) - at);
      if (gap < Math.max(1, rules.spacingSeconds) * 1000)
        throw new BreachFound("spacing", `mail ${id} left ${gap} ms from another`);
      const first = times[place - mailboxPerMinute];
      if (first !== undefined && at - first < minuteMs)
        throw new BreachFound("spacing", `mail ${id} is one too many of its minute`);
      times.splice(place, 0, at);
    },
    ended(count) {
      if (seen.size !== count) throw new BreachFound("lost", `${count - seen.size} of ${count} mails never left`);
    },
  };
}

/** Whether somebody who looks at the clock on the wall sees an open window. */
function isShownOpen(rules: SendingRules, at: number): boolean {
  const local = wallClock(rules.timeZone).at(at);
  const day = Math.floor(local / dayMs);
  const time = local - day * dayMs;
  const [start, end] = [timeOf(rules.windowStart), timeOf(rules.windowEnd)];
  const isDay = (of: number) => rules.days.includes(WEEKDAYS[(((of + 3) % 7) + 7) % 7] as (typeof WEEKDAYS)[number]);
  if (start < end || (start === 0 && end === 0)) return isDay(day) && time >= start && (end === 0 || time < end);
  return (isDay(day) && time >= start) || (isDay(day - 1) && time < end);
}

function timeOf(text: string): number {
  const [hours, minutes] = text.split(":").map(Number);
  return ((hours as number) * 60 + (minutes as number)) * minuteMs;
}

const when = (ms: number) => new Date(ms).toISOString();
