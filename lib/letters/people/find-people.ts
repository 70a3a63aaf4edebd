import { sql } from "drizzle-orm";
import { lowerCase } from "@/db/access/lower-case";
import { readRows } from "@/db/access/read-rows";
import { type Scope, withTeam } from "@/db/access/with-team";
import { filterContacts, searchWords } from "../../contacts/filter-contacts";
import { type FoundPerson, personColumns } from "./found-person";

export type FoundList = { id: string; name: string; people: number };

/** Whom a text means to whom a letter may go: at most six people, those first whose name or address begins so, and three lists. */
export function findPeople(scope: Scope, text: string): Promise<{ people: FoundPerson[]; lists: FoundList[] }> {
  const words = searchWords(text);
  if (words.length === 0) return Promise.resolve({ people: [], lists: [] });
  const start = text.trim().toLowerCase();
  const named = words.map((word) => sql`and ${lowerCase(sql`l.name`)} like ${`%${word.replace(/[\\%_]/g, "\\$&")}%`}`);
  return withTeam(scope, async (tx) => ({
    people: await readRows<FoundPerson>(
      tx,
      sql`select ${personColumns}
          from contacts p where ${filterContacts({ search: text })}
          order by (starts_with(p.email_norm, ${start}) or starts_with(lower(coalesce(p.name, '')), ${start})) desc, p.name, p.id limit 6`,
    ),
    lists: await readRows<FoundList>(
      tx,
      sql`select l.id, l.name, (select count(*)::int from contact_list_members m join contacts p on p.id = m.contact_id
            where m.list_id = l.id and p.archived_at is null) as people
          from contact_lists l where true ${sql.join(named, sql` `)} order by l.created_at desc, l.id limit 3`,
    ),
  }));
}
