import { sql } from "drizzle-orm";
import type { TeamTransaction } from "@/db/access/with-team";

/**
 * Whoever makes an address known, or forgets one, does so alone in the team: an address is looked for and written in two statements, and
 * that it is somebody's second must not turn up between them. Taken before any row that others lock.
 */
export async function lockAddresses(tx: TeamTransaction): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('addresses:' || current_setting('app.team_id'), 0))`);
}
