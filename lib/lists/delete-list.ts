import { eq } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { campaigns } from "@/db/schema/campaigns";
import { contactListMembers, contactLists, uploadBatches } from "@/db/schema/contacts";
import { AppError } from "../errors/app-error";
import { findList } from "./find-list";

/**
 * Deletes a list; its people stay among the contacts. A campaign keeps the list it is, or was, sent to.
 * @throws AppError "not_found", "conflict" while a campaign uses it.
 */
export async function deleteList(scope: Scope, listId: string): Promise<void> {
  await withTeam(scope, async (tx) => {
    await findList(tx, listId);
    const [user] = await tx.select({ name: campaigns.name }).from(campaigns).where(eq(campaigns.listId, listId)).limit(1);
    if (user) throw new AppError("conflict", `The campaign ${user.name} uses this list, so it stays. Nothing was changed.`);
    await tx.update(uploadBatches).set({ listId: null }).where(eq(uploadBatches.listId, listId));
    await tx.delete(contactListMembers).where(eq(contactListMembers.listId, listId));
    await tx.delete(contactLists).where(eq(contactLists.id, listId));
  });
}
