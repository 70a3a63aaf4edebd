import { sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import { type Scope, type TeamTransaction, withTeam } from "@/db/access/with-team";

export type ListChoice = { id: string; name: string; people: number };

/** The lists a campaign can be sent to, newest first, with how many are not archived. */
export function readLists(scope: Scope): Promise<ListChoice[]> {
  return withTeam(scope, readListsInside);
}

/** The same inside an open transaction. */
export function readListsInside(tx: TeamTransaction): Promise<ListChoice[]> {
  return readRows<ListChoice>(
    tx,
    sql`select l.id, l.name, (select count(*)::int from contact_list_members m join contacts p on p.id = m.contact_id
          where m.list_id = l.id and p.archived_at is null) as people
        from contact_lists l order by l.created_at desc`,
  );
}
