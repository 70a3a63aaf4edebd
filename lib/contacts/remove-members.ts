import { and, eq, sql } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { contactListMembers } from "@/db/schema/contacts";
import { findList } from "../lists/find-list";
import { type Choice, chosenContacts } from "./filter-contacts";

/** Takes contacts out of a list; campaigns that were launched with it keep them. @returns how many. @throws AppError "not_found". */
export async function removeMembers(scope: Scope, listId: string, choice: Choice): Promise<number> {
  return withTeam(scope, async (tx) => {
    await findList(tx, listId);
    const here = eq(contactListMembers.listId, listId);
    const these = sql`${contactListMembers.contactId} in (select p.id from contacts p where ${chosenContacts(choice)})`;
    const gone = await tx.delete(contactListMembers).where(and(here, these)).returning({ id: contactListMembers.id });
    return gone.length;
  });
}
