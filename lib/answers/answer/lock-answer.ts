import type { TeamTransaction } from "@/db/access/with-team";
import { AppError } from "../../errors/app-error";
import { type LetterRow, lockLetter } from "../../letters/lock-letter";

/** The letter of an answer, locked as every letter is. @throws AppError "not_found", also for a letter that answers nobody. */
export async function lockAnswer(tx: TeamTransaction, letterId: string): Promise<LetterRow & { threadId: string }> {
  const letter = await lockLetter(tx, letterId);
  const { threadId } = letter;
  if (threadId === null) throw new AppError("not_found");
  return { ...letter, threadId };
}
