import { type Clock, databaseClock, readClock } from "@/db/access/database-clock";

/**
 * Milliseconds a run rests until an instant, by the database's clock, in whole seconds: Inngest cuts off the rest. A sleep until the instant
 * itself would end at once where the executor's clock is ahead, and the run would ask again and again until its rounds are used up.
 */
export async function restUntil(teamId: string, at: string, clock: Clock = databaseClock): Promise<number> {
  const left = new Date(at).getTime() - (await readClock(teamId, clock)).getTime();
  return Math.max(1, Math.ceil(left / 1000)) * 1000;
}
