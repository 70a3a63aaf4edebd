import { sql } from "drizzle-orm";
import type { TeamTransaction } from "@/db/access/with-team";

/** Until the transaction ends nobody else counts what the team sends to others and then adds to it. */
export async function lockBudget(tx: TeamTransaction): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('budget:' || current_setting('app.team_id'), 0))`);
}
