const longestMs = 5 * 366 * 86_400_000;

/** Whether an instant is so far away that a thread that is snoozed until then would be out of sight for ever. */
export function isTooFar(until: Date, now: Date): boolean {
  return until.getTime() - now.getTime() > longestMs;
}
