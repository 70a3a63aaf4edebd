import { sql } from "drizzle-orm";
import journal from "../drizzle/meta/_journal.json";
import type { Transaction } from "./access/connections";
import { readRows } from "./access/read-rows";

/** The newest migration that this code was built with. */
const newest = journal.entries.at(-1) as { tag: string; when: number };

/**
 * The name of the newest migration of this code where the database does not have it yet; null where it is as far or further. A database
 * from before this could be asked refuses, which says the same.
 */
export async function missingMigration(tx: Transaction): Promise<string | null> {
  const [row] = await readRows<{ at: number | null }>(
    tx,
    sql`select max(created_at)::double precision as at from drizzle.__drizzle_migrations`,
  );
  return (row?.at ?? 0) >= newest.when ? null : newest.tag;
}
