import { eq, sql } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { campaigns } from "@/db/schema/campaigns";
import { contactListMembers, contactLists, uploadBatches } from "@/db/schema/contacts";
import { AppError } from "../errors/app-error";
import { keepRemoval, type Removal } from "../removals/keep-removal";
import { findList } from "./find-list";

/**
 * Deletes a list; its people stay among the contacts. A campaign keeps the list it is, or was, sent to.
 * @returns what it is taken back by. @throws AppError "not_found", "conflict" while a campaign uses it.
 */
export async function deleteList(scope: Scope, listId: string, now: Date): Promise<Removal> {
  return withTeam(scope, async (tx) => {
    await findList(tx, listId);
    // Whoever is being added waits, and then finds it gone: who is in it is written down whole.
    await tx.execute(sql`select 1 from contact_lists where id = ${listId} for update`);
    const [user] = await tx.select({ name: campaigns.name }).from(campaigns).where(eq(campaigns.listId, listId)).limit(1);
    if (user) throw new AppError("conflict", `The campaign ${user.name} uses this list, so it stays. Nothing was changed.`);
    const its = sql`list_id = ${listId}`;
    const removal = await keepRemoval(
      tx,
      scope,
      {
        kind: "list",
        id: listId,
        rows: [
          { table: "contact_lists", where: sql`id = ${listId}` },
          { table: "contact_list_members", where: its, columns: ["id", "contact_id", "added_at"] },
          { table: "upload_batches", where: its, columns: ["id"] },
        ],
      },
      now,
    );
    await tx.update(uploadBatches).set({ listId: null }).where(eq(uploadBatches.listId, listId));
    await tx.delete(contactListMembers).where(eq(contactListMembers.listId, listId));
    await tx.delete(contactLists).where(eq(contactLists.id, listId));
    return removal;
  });
}
