import { sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import { type Scope, withTeam } from "@/db/access/with-team";

/** Whether the team keeps received letters, and how many it has. */
export type Keeping = { keeps: boolean; kept: number };

export async function readKeeping(scope: Scope): Promise<Keeping> {
  const rows = await withTeam(scope, (tx) =>
    readRows<Keeping>(tx, sql`select keep_letters as keeps, (select count(*)::int from kept_letters) as kept from teams`),
  );
  return rows[0] ?? { keeps: false, kept: 0 };
}
