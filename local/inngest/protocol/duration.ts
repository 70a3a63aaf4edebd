const unitMs: Record<string, number> = { w: 604_800_000, d: 86_400_000, h: 3_600_000, m: 60_000, s: 1000, ms: 1 };

/** Milliseconds of a text such as `1d1h1m1s`; undefined when it is none. */
export function parseDuration(text: string): number | undefined {
  if (!/^(\d+(ms|w|d|h|m|s))+$/.test(text)) return undefined;
  let total = 0;
  for (const [, count, unit] of text.matchAll(/(\d+)(ms|w|d|h|m|s)/g)) total += Number(count) * (unitMs[unit ?? ""] ?? 0);
  return total;
}

/** The instant that a duration or an ISO date names, seen from `now`; an empty text is now. Undefined when it is neither. */
export function parseInstant(text: string, now: Date): Date | undefined {
  if (text === "") return now;
  const duration = parseDuration(text);
  // One millisecond more: the caller's clock is read in whole milliseconds, and waking early is the one thing a sleep must not do.
  if (duration !== undefined) return new Date(now.getTime() + duration + 1);
  const date = new Date(text);
  return Number.isNaN(date.getTime()) ? undefined : date;
}
