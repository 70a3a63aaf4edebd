import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/access/connections";
import { readRows } from "@/db/access/read-rows";
import { type KnockKind, limits } from "./limits";

/**
 * Counts one knock in a transaction that is open already: it is forgotten if that fails. @returns the seconds to wait, 0 where it may pass.
 * @param who as the limit counts; it is kept as a hash.
 */
export async function markKnock(tx: Transaction, kind: KnockKind, who: string, now: Date): Promise<number> {
  const { most, seconds } = limits[kind];
  const [row] = await readRows<{ wait: number }>(
    tx,
    sql`select app_private.knock(${kind}, ${who}, ${most}, ${seconds}, ${now.toISOString()}::timestamptz) as wait`,
  );
  if (!row) throw new Error("The database counted no knock.");
  return row.wait;
}
