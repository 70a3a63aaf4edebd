import { dayKey } from "../../schedule/clock/instants";

/** One more on a day, by its number (0 = 1970-01-01). */
export function countDay(counts: Map<number, number>, day: number): void {
  counts.set(day, (counts.get(day) ?? 0) + 1);
}

/** Counts of the days from `first` on, as lib/schedule takes them: under "2026-11-24". */
export function byKey(counts: ReadonlyMap<number, number>, first: number): Record<string, number> {
  const used: Record<string, number> = {};
  for (const [day, count] of counts) if (day >= first) used[dayKey(day)] = count;
  return used;
}
