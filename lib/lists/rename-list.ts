import { eq } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { contactLists } from "@/db/schema/contacts";
import { findList } from "./find-list";

/** Gives a list another name. @throws AppError "not_found". */
export async function renameList(scope: Scope, listId: string, name: string, now: Date): Promise<void> {
  await withTeam(scope, async (tx) => {
    await findList(tx, listId);
    await tx.update(contactLists).set({ name: name.trim(), updatedAt: now }).where(eq(contactLists.id, listId));
  });
}
