import { sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";

/** The fields that the team's contacts have besides the standard ones, by name. */
export function readOwnFields(tx: TeamTransaction): Promise<{ name: string }[]> {
  // The newest contacts say which columns files have; looking at all of them would read the whole table.
  return readRows<{ name: string }>(
    tx,
    sql`select distinct k.name from (select fields from contacts where archived_at is null order by created_at desc limit 500) p,
          jsonb_object_keys(p.fields) k(name) order by 1`,
  );
}
