import { sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import { type Scope, type TeamTransaction, withTeam } from "@/db/access/with-team";

export type ListChoice = { id: string; name: string; people: number };

/** The lists a campaign can be sent to, newest first, with how many are not archived. One that an import made, and nobody of it is left since that was taken back, is gone with it. */
export function readLists(scope: Scope): Promise<ListChoice[]> {
  return withTeam(scope, readListsInside);
}

/** The same inside an open transaction. */
export function readListsInside(tx: TeamTransaction): Promise<ListChoice[]> {
  return readRows<ListChoice>(
    tx,
    // Counted for all lists at once, less the few that are archived: a count for each list read every contact each time.
    sql`select l.id, l.name, (coalesce(n.people, 0) - coalesce(a.people, 0))::int as people
        from contact_lists l
          left join (select list_id, count(*) as people from contact_list_members group by list_id) n on n.list_id = l.id
          left join (select m.list_id, count(*) as people from contacts p join contact_list_members m on m.contact_id = p.id
                     where p.archived_at is not null group by m.list_id) a on a.list_id = l.id
        where coalesce(n.people, 0) > coalesce(a.people, 0)
          or not exists (select 1 from upload_batches b where b.list_id = l.id and b.taken_act is not null and b.started_at <= l.created_at)
        order by l.created_at desc`,
  );
}
