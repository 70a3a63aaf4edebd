import { and, eq, inArray } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { contactListMembers } from "@/db/schema/contacts";
import { findList } from "./find-list";

/** Takes contacts out of a list; campaigns that were launched with it keep them. @returns how many. @throws AppError "not_found". */
export async function removeMembers(scope: Scope, listId: string, contactIds: string[]): Promise<number> {
  return withTeam(scope, async (tx) => {
    await findList(tx, listId);
    const gone = await tx
      .delete(contactListMembers)
      .where(and(eq(contactListMembers.listId, listId), inArray(contactListMembers.contactId, contactIds)))
      .returning({ id: contactListMembers.id });
    return gone.length;
  });
}
