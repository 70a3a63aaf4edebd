import { inArray } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { contactListMembers, contacts } from "@/db/schema/contacts";
import { findList } from "./find-list";

/** Puts contacts into a list; who is in it stays. @returns how many are new in it. @throws AppError "not_found". */
export async function addMembers(scope: Scope, listId: string, contactIds: string[], now: Date): Promise<number> {
  return withTeam(scope, async (tx) => {
    await findList(tx, listId);
    const own = await tx.select({ id: contacts.id }).from(contacts).where(inArray(contacts.id, contactIds));
    if (own.length === 0) return 0;
    const added = await tx
      .insert(contactListMembers)
      .values(own.map(({ id }) => ({ contactId: id, listId, addedAt: now })))
      .onConflictDoNothing()
      .returning({ id: contactListMembers.id });
    return added.length;
  });
}
