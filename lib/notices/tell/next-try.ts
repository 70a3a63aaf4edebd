const minute = 60_000;
/** How long is waited after each try; together about a day, after which it is given up. */
const waits = [1, 5, 15, 60, 3 * 60, 8 * 60, 12 * 60].map((minutes) => minutes * minute);
const longest = 24 * 60 * minute;

/** When it is tried again after so many tries, or null where it is given up. @param afterSeconds what the other side asked for. */
export function nextTry(tries: number, afterSeconds: number | null, now: Date): Date | null {
  const wait = waits[tries - 1];
  if (wait === undefined) return null;
  const asked = Math.min(longest, Math.ceil((afterSeconds ?? 0) * 1000));
  return new Date(now.getTime() + Math.max(wait, asked));
}
