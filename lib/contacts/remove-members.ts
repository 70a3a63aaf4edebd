import { sql } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { contactListMembers } from "@/db/schema/contacts";
import { findList } from "../lists/find-list";
import { keepRemoval, type Removal } from "../removals/keep-removal";
import { type Choice, chosenContacts } from "./filter-contacts";

type Gone = { count: number; removal: Removal | null };

/**
 * Takes contacts out of a list; campaigns that were launched with it keep them.
 * @returns how many, and what they are taken back by; null where nobody went. @throws AppError "not_found".
 */
export async function removeMembers(scope: Scope, listId: string, choice: Choice, now: Date): Promise<Gone> {
  return withTeam(scope, async (tx) => {
    await findList(tx, listId);
    // Whoever is being added or taken out waits: who goes is who is written down.
    await tx.execute(sql`select 1 from contact_lists where id = ${listId} for update`);
    const these = sql`list_id = ${listId} and contact_id in (select p.id from contacts p where ${chosenContacts(choice)})`;
    const rows = [{ table: "contact_list_members" as const, where: these, columns: ["id", "contact_id", "added_at"] }];
    const removal = await keepRemoval(tx, scope, { kind: "people of a list", id: listId, rows }, now);
    const gone = await tx.delete(contactListMembers).where(these).returning({ id: contactListMembers.id });
    if (gone.length > 0) return { count: gone.length, removal };
    await tx.execute(sql`delete from removals where id = ${removal.removalId}`);
    return { count: 0, removal: null };
  });
}
