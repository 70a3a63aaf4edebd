import type { Temporal } from "temporal-polyfill";
import type { LaterChoice } from "../../thread-view";
import { readLaterDay, workingDay } from "./read-later-day";

/**
 * The days that are offered to somebody whom they asked to come back later: theirs first, then some that are often meant; each a working day.
 * @param wrote the day on which they wrote, from which "next month" counts in their words.
 */
export function laterDays(
  text: string,
  { wrote, today }: { wrote: Temporal.PlainDate; today: Temporal.PlainDate },
): LaterChoice[] {
  const said = readLaterDay(text, wrote);
  const usual = [
    { words: "next week", day: today.add({ days: 8 - today.dayOfWeek }) },
    { words: "next month", day: workingDay(today.with({ day: 1 }).add({ months: 1 })) },
    { words: "in 3 months", day: workingDay(today.add({ months: 3 })) },
  ].map(({ words, day }) => ({ words, day: day.toString(), said: false }));
  const isAhead = said !== null && said.day > today.toString();
  return [...(isAhead ? [{ ...said, said: true }] : []), ...usual.filter(({ day }) => !isAhead || day !== said.day)];
}
