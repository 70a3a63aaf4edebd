import type { TeamTransaction } from "@/db/access/with-team";
import { emit } from "../events/emit";

/** So long an answer waits for others, so that a burst is told as one. */
export const gatherMs = 20_000;
/** A burst that does not end is told after so long. */
export const longestGatherMs = 90_000;

/** Asks for the team's news to be told. Many answers in a row ask once: whoever is woken waits until they are gathered. */
export async function wakeNotices(tx: TeamTransaction, teamId: string, now: Date): Promise<void> {
  const window = Math.floor(now.getTime() / gatherMs);
  await emit(tx, "notices/due", [{ eventId: `noticed:${teamId}:${window}`, data: { teamId } }]);
}
