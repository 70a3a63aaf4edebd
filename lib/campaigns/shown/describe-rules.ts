import type { SendingRules } from "../../schedule/types";

/** What somebody did to the rules between two readings, each as it goes on after their name. */
export function describeRules(before: SendingRules, now: SendingRules): string[] {
  const what: string[] = [];
  if (before.windowStart !== now.windowStart || before.windowEnd !== now.windowEnd)
    what.push(`changed the hours to ${clock(now.windowStart)} to ${clock(now.windowEnd)}`);
  if ([...before.days].sort().join() !== [...now.days].sort().join())
    what.push(`changed the days to ${now.days.map(day).join(", ")}`);
  if (before.timeZone !== now.timeZone) what.push(`changed the time zone to ${now.timeZone}`);
  if (before.dailyLimit !== now.dailyLimit) what.push(`changed the daily limit to ${now.dailyLimit}`);
  if (before.spacingSeconds !== now.spacingSeconds) what.push(`changed the spacing to ${now.spacingSeconds} s`);
  return what;
}

/** "09:00:00" as "9:00". */
const clock = (time: string) => time.slice(0, 5).replace(/^0/, "");
const day = (name: string) => `${name.slice(0, 1).toUpperCase()}${name.slice(1, 3)}`;
