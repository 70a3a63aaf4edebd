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
  const lists = await readRows<{ id: string; name: string }>(
    tx,
    sql`select id, name from contact_lists order by created_at desc, id`,
  );
  // Not by Postgres: whether it knows that Ö is ö depends on how its cluster was made.
  const same = lists.find((list) => folded(list.name) === folded(name));
  if (!same) return null;
  const [count] = await readRows<{ people: number }>(
    tx,
    sql`select count(*)::int as people from contact_list_members m join contacts p on p.id = m.contact_id
        where m.list_id = ${same.id} and p.archived_at is null`,
  );
  return { ...same, people: count?.people ?? 0 };
}

const folded = (name: string) => name.normalize("NFC").trim().toLowerCase();
