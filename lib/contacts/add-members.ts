import { sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import { type Scope, withTeam } from "@/db/access/with-team";
import { findList } from "../lists/find-list";
import { type Choice, chosenContacts } from "./filter-contacts";

/** Puts contacts into a list; who is in it stays. @returns how many are new in it. @throws AppError "not_found". */
export async function addMembers(scope: Scope, listId: string, choice: Choice, now: Date): Promise<number> {
  return withTeam(scope, async (tx) => {
    await findList(tx, listId);
    const [added] = await readRows<{ count: number }>(
      tx,
      sql`with added as (
            insert into contact_list_members (contact_id, list_id, added_at)
            select p.id, ${listId}::uuid, ${now.toISOString()}::timestamptz from contacts p where ${chosenContacts(choice)}
            on conflict do nothing returning 1)
          select count(*)::int as count from added`,
    );
    return added?.count ?? 0;
  });
}
