import { sql } from "drizzle-orm";
import type { TeamTransaction } from "@/db/access/with-team";

/** Whoever switches keeping off waits for letters that are being kept, and those behind it find it off: none is left over. */
export async function lockKeeping(tx: TeamTransaction, as: "keep" | "switch"): Promise<void> {
  const key = sql`hashtextextended('kept letters ' || current_setting('app.team_id'), 0)`;
  await tx.execute(as === "keep" ? sql`select pg_advisory_xact_lock_shared(${key})` : sql`select pg_advisory_xact_lock(${key})`);
}
