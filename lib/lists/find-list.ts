import { eq } from "drizzle-orm";
import type { TeamTransaction } from "@/db/access/with-team";
import { contactLists } from "@/db/schema/contacts";
import { AppError } from "../errors/app-error";

export type ListRow = typeof contactLists.$inferSelect;

/** A list of the team, in an open transaction. @throws AppError "not_found". */
export async function findList(tx: TeamTransaction, listId: string): Promise<ListRow> {
  const [list] = await tx.select().from(contactLists).where(eq(contactLists.id, listId));
  if (!list) throw new AppError("not_found");
  return list;
}
