import { DAY_MS } from "../clock/day-ms";
import { readRules, readTime, WEEKDAYS } from "../clock/read-rules";
import type { SendingRules, Weekday } from "../types";
import { formatDuration } from "./format-duration";
import { nameCity } from "./name-city";

/** "Mon to Fri, 9:00 to 17:00 in New York. At most 50 a day, 2 min apart." for sound rules. */
export function describeRules(rules: SendingRules): string {
  const limit = new Intl.NumberFormat("en").format(rules.dailyLimit);
  const apart = rules.spacingSeconds > 0 ? `${formatDuration(rules.spacingSeconds)} apart` : "one right after the other";
  return `${describeWindow(rules)} in ${nameCity(rules.timeZone)}. At most ${limit} a day, ${apart}.`;
}

/** "Mon to Fri, 9:00 to 17:00". */
export function describeWindow(rules: SendingRules): string {
  const { open, close, days } = readRules(rules);
  const wholeDay = close - open === DAY_MS;
  if (wholeDay && days.size === 7) return "Any hour, any day";
  const hours = wholeDay
    ? "any hour"
    : `${clockTime(rules.windowStart)} to ${clockTime(rules.windowEnd)}${close > DAY_MS ? " the next day" : ""}`;
  return `${describeDays(rules.days)}, ${hours}`;
}

/** "Mon to Fri", "Sat and Sun", "Mon, Wed and Fri", "Any day". Three days in a row or more become a range. */
export function describeDays(days: readonly Weekday[]): string {
  const chosen = WEEKDAYS.map((day) => days.includes(day));
  if (chosen.every(Boolean)) return "Any day";
  const parts: string[] = [];
  for (let from = 0; from < 7; from += 1) {
    if (!chosen[from]) continue;
    let to = from;
    while (chosen[to + 1]) to += 1;
    if (to - from >= 2) {
      parts.push(`${short(from)} to ${short(to)}`);
      from = to;
    } else {
      parts.push(short(from));
    }
  }
  return parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}

function short(day: number): string {
  const name = (WEEKDAYS[day] as string).slice(0, 3);
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function clockTime(text: string): string {
  const minutes = Math.floor((readTime(text) ?? 0) / 60_000);
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;
}
