import { eq } from "drizzle-orm";
import type { TeamTransaction } from "@/db/access/with-team";
import { contactLists } from "@/db/schema/contacts";
import { AppError } from "../errors/app-error";

/** Holds a list that people are about to be put into: nobody deletes it until this transaction ends. @throws AppError "conflict" where somebody did. */
export async function holdList(tx: TeamTransaction, listId: string): Promise<void> {
  const held = await tx.select({ id: contactLists.id }).from(contactLists).where(eq(contactLists.id, listId)).for("key share");
  if (held.length === 0)
    throw new AppError(
      "conflict",
      "The list was deleted meanwhile, so nothing was imported yet. Import again to make a new one, or choose another.",
    );
}
