import { type Scope, withTeam } from "@/db/access/with-team";
import { contactLists } from "@/db/schema/contacts";

/** Makes an empty list. @returns its id. */
export async function createList(scope: Scope, name: string, now: Date): Promise<string> {
  const [made] = await withTeam(scope, (tx) =>
    tx.insert(contactLists).values({ name: name.trim(), createdAt: now, updatedAt: now }).returning({ id: contactLists.id }),
  );
  if (!made) throw new Error("The list was not written.");
  return made.id;
}
