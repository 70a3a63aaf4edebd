const tableSeconds = [15, 30, 60, 120, 300, 600, 1200, 2400, 3600, 7200];

/**
 * How long to wait, in milliseconds, before attempt `attempt + 1` (the first attempt is 0): the server's table plus up to 30 s by chance,
 * or `linearSeconds` when set.
 */
export function backoffMs(attempt: number, random: number, linearSeconds?: number): number {
  if (linearSeconds !== undefined) return linearSeconds * 1000;
  const seconds = tableSeconds[Math.min(attempt, tableSeconds.length - 1)] ?? 7200;
  return seconds * 1000 + Math.floor(random * 30_000);
}

/** What a Retry-After header asks for, in milliseconds: up to seven characters are seconds, more are a date; between 1 s and 24 h. */
export function retryAfterMs(header: string | undefined, now: Date): number | undefined {
  if (!header) return undefined;
  const wanted = header.length <= 7 ? Number(header) * 1000 : new Date(header).getTime() - now.getTime();
  return Number.isNaN(wanted) ? undefined : Math.min(Math.max(wanted, 1000), 86_400_000);
}
