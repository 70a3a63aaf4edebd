import { readClock } from "@/db/access/database-clock";

const leastMs = 1000;

/**
 * Milliseconds a run rests until an instant, by the database's clock. A sleep until the instant itself would end at once where the
 * executor's clock is ahead, and the run would ask again and again until its rounds are used up.
 */
export async function restUntil(teamId: string, at: string): Promise<number> {
  return Math.max(leastMs, new Date(at).getTime() - (await readClock(teamId)).getTime());
}
