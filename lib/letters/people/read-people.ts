import { sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import { type Scope, withTeam } from "@/db/access/with-team";
import { type FoundPerson, personColumns } from "./found-person";

/** The people with these ids, in their order, as the page names them; those who are archived, or another team's, are left out. */
export function readPeople(scope: Scope, contactIds: string[]): Promise<FoundPerson[]> {
  return withTeam(scope, (tx) =>
    readRows<FoundPerson>(
      tx,
      sql`select ${personColumns}
          from unnest(${sql.param(contactIds)}::uuid[]) with ordinality q(id, place) join contacts p on p.id = q.id
          where p.archived_at is null order by q.place`,
    ),
  );
}
