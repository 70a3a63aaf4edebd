import { sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import { type Scope, withTeam } from "@/db/access/with-team";
import { findList } from "../lists/find-list";
import { filterContacts } from "./filter-contacts";

export type FoundContact = { id: string; name: string | null; email: string; company: string | null };

/** At most five contacts that a search means, where a list is named of those it does not hold yet, those first whose name or address begins so. @throws AppError "not_found" for another team's list. */
export function findContacts(scope: Scope, search: string, notIn: string | null): Promise<FoundContact[]> {
  const start = search.trim().toLowerCase();
  return withTeam(scope, async (tx) => {
    if (notIn) await findList(tx, notIn);
    return readRows<FoundContact>(
      tx,
      sql`select p.id, p.name, p.email, p.company from contacts p
          where ${filterContacts({ search })}
            and not exists (select 1 from contact_list_members m where m.contact_id = p.id and m.list_id = ${notIn}::uuid)
          order by (starts_with(p.email_norm, ${start}) or starts_with(lower(coalesce(p.name, '')), ${start})) desc, p.name, p.id limit 5`,
    );
  });
}
