import { sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import { type Scope, withTeam } from "@/db/access/with-team";

/** How many contacts wildcards name, by the id of each: compared with every address of the team, so only for those that are shown. */
export async function countNamed(scope: Scope, entryIds: string[]): Promise<Map<string, number>> {
  if (entryIds.length === 0) return new Map();
  const rows = await withTeam(scope, (tx) =>
    readRows<{ id: string; people: number }>(
      tx,
      sql`select s.id, count(distinct a.contact_id)::int as people from suppressions s left join contact_addresses a on a.address_norm like s.like_pattern
          where s.id = any(${sql.param(entryIds)}::uuid[]) group by s.id`,
    ),
  );
  return new Map(rows.map(({ id, people }) => [id, people]));
}
