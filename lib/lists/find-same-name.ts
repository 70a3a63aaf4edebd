import { sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import { type Scope, type TeamTransaction, withTeam } from "@/db/access/with-team";
import type { ListChoice } from "./read-lists";

/** The team's list of this name, however it is written in capitals, with its people who are not archived; of several the newest, null for none. */
export function findSameName(scope: Scope, name: string): Promise<ListChoice | null> {
  return withTeam(scope, (tx) => findSameNameInside(tx, name));
}

/** The same inside an open transaction. */
export async function findSameNameInside(tx: TeamTransaction, name: string): Promise<ListChoice | null> {
  const [list] = await readRows<ListChoice>(
    tx,
    sql`select l.id, l.name, (select count(*) from contact_list_members m join contacts p on p.id = m.contact_id and p.archived_at is null
          where m.list_id = l.id)::int as people
        from contact_lists l where lower(btrim(l.name)) = lower(${name.trim()}) order by l.created_at desc, l.id limit 1`,
  );
  return list ?? null;
}
