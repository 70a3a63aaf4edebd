import { eq } from "drizzle-orm";
import type { TeamTransaction } from "@/db/access/with-team";
import { letters } from "@/db/schema/letters";
import { AppError } from "../errors/app-error";

export type LetterRow = typeof letters.$inferSelect;

/**
 * A letter, locked until the transaction ends: whatever is done to it or its mails from its page goes one after the other. Its key stays free: whoever
 * signs one of its mails in Review holds the draft this waits for, and looks whether the letter is there.
 * @throws AppError "not_found".
 */
export async function lockLetter(tx: TeamTransaction, letterId: string): Promise<LetterRow> {
  const [letter] = await tx.select().from(letters).where(eq(letters.id, letterId)).for("no key update");
  if (!letter) throw new AppError("not_found");
  return letter;
}
