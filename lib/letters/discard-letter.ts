import { eq } from "drizzle-orm";
import { type Scope, type TeamTransaction, withTeam } from "@/db/access/with-team";
import { letters } from "@/db/schema/letters";
import { AppError } from "../errors/app-error";
import { type LetterRow, lockLetter } from "./lock-letter";
import { lockMails, standsOf } from "./mails/lock-mails";
import { discarded, discardMails } from "./mails/take-off";

/**
 * Discards a letter: its mails wait in Review no more. `restoreLetter` takes it back. Discarding it twice is discarding it once.
 * @throws AppError "not_found", "conflict" where mails of it are signed or have left.
 */
export async function discardLetter(scope: Scope, letterId: string, now: Date): Promise<void> {
  await withTeam(scope, async (tx) => discardInside(tx, scope, await lockLetter(tx, letterId), now));
}

/** The same of a letter that the caller holds. */
export async function discardInside(tx: TeamTransaction, scope: Scope, letter: LetterRow, now: Date): Promise<void> {
  if (letter.discardedAt) return;
  const mails = await lockMails(tx, letter.id);
  const signed = mails.filter((mail) => standsOf(mail) === "signed").map(({ name }) => name);
  if (signed.length > 0) throw new AppError("conflict", saySigned(signed));
  await discardMails(
    tx,
    scope,
    mails.filter((mail) => standsOf(mail) === "draft"),
    discarded,
    now,
  );
  await tx
    .update(letters)
    .set({ discardedAt: now, discardedBy: scope.memberId, updatedAt: now })
    .where(eq(letters.id, letter.id));
}

function saySigned(names: string[]): string {
  const [first] = names;
  return names.length === 1
    ? `The mail to ${first} is signed or has left, so the letter stays. Take the signature back first.`
    : `${names.length} of its mails are signed or have left, so the letter stays. Take the signatures back first.`;
}
