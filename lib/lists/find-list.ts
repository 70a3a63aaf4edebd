import { eq } from "drizzle-orm";
import { type Scope, type TeamTransaction, withTeam } from "@/db/access/with-team";
import { contactLists } from "@/db/schema/contacts";
import { AppError } from "../errors/app-error";

export type ListRow = typeof contactLists.$inferSelect;

/** A list of the team. @throws AppError "not_found". */
export function readList(scope: Scope, listId: string): Promise<ListRow> {
  return withTeam(scope, (tx) => findList(tx, listId));
}

/** The same inside an open transaction. */
export async function findList(tx: TeamTransaction, listId: string): Promise<ListRow> {
  const [list] = await tx.select().from(contactLists).where(eq(contactLists.id, listId));
  if (!list) throw new AppError("not_found");
  return list;
}
