import { type LocalDay, localDay } from "./local-day";
import type { SendingRules } from "./types";

type Rules = Pick<SendingRules, "timeZone">;
type Instant = LocalDay["start"];

/** The calendar day of an instant with so many before and after it, oldest first: each ends where the next one starts. */
export function localDays(rules: Rules, instant: Instant, around: { before: number; after: number }): LocalDay[] {
  const days = [localDay(rules, instant)];
  for (let n = 0; n < around.before; n += 1)
    days.unshift(localDay(rules, (days[0] as LocalDay).start.subtract({ milliseconds: 1 })));
  for (let n = 0; n < around.after; n += 1) days.push(localDay(rules, (days.at(-1) as LocalDay).end));
  return days;
}
