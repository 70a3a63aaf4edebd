import { sql } from "drizzle-orm";
import type { TeamTransaction } from "@/db/access/with-team";

/**
 * Whoever enrols people, and whoever takes them away, takes turns in a team: a launch reads who is there in one long statement, and would enrol those who went meanwhile. Taken first in
 * a transaction, so that nobody who waits holds what another needs. @param how many may enrol beside each other; who takes away is alone.
 */
export async function holdPeople(tx: TeamTransaction, how: "enrol" | "take away"): Promise<void> {
  const key = sql`hashtextextended('people:' || current_setting('app.team_id'), 0)`;
  await tx.execute(
    how === "enrol" ? sql`select pg_advisory_xact_lock_shared(${key})` : sql`select pg_advisory_xact_lock(${key})`,
  );
}
