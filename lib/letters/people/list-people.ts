import { sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import { type Scope, withTeam } from "@/db/access/with-team";
import { findList } from "../../lists/find-list";
import { mostPeople } from "../most-people";
import { type FoundPerson, personColumns } from "./found-person";

/** `people` are all of them, or nobody where there are more than a letter goes to; `of`: how many there are. */
export type ListPeople = { people: FoundPerson[]; of: number };

/** The people of a list who are not archived, if they are few enough for a letter. @throws AppError "not_found". */
export function listPeople(scope: Scope, listId: string): Promise<ListPeople> {
  return withTeam(scope, async (tx) => {
    await findList(tx, listId);
    const inList = sql`contact_list_members m join contacts p on p.id = m.contact_id where m.list_id = ${listId} and p.archived_at is null`;
    const [count] = await readRows<{ of: number }>(tx, sql`select count(*)::int as of from ${inList}`);
    const of = count?.of ?? 0;
    if (of > mostPeople) return { people: [], of };
    const people = await readRows<FoundPerson>(
      tx,
      sql`select ${personColumns}
          from ${inList} order by m.added_at, p.created_at, p.id`,
    );
    return { people, of };
  });
}
