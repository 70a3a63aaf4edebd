/** "40 s", "12 min": how long to wait, rounded up. */
export function sayWait(seconds: number): string {
  return seconds < 100 ? `${seconds} s` : `${Math.ceil(seconds / 60)} min`;
}
