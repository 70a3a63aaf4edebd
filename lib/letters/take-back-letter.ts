import { eq } from "drizzle-orm";
import { type Scope, type TeamTransaction, withTeam } from "@/db/access/with-team";
import { letters } from "@/db/schema/letters";
import { backToDrafts } from "../drafts/back-to-drafts";
import { askSingles } from "../events/ask-singles";
import { type LetterRow, lockLetter } from "./lock-letter";
import { lockMails, standsOf } from "./mails/lock-mails";

/**
 * Takes the signatures on all mails of a letter back that have not been handed over yet. Who asks twice gets an empty answer.
 * @returns the names of those whose mail waits again, and of those whose mail had left. @throws AppError "not_found".
 */
export function takeBackLetter(scope: Scope, letterId: string, now: Date): Promise<{ takenBack: string[]; left: string[] }> {
  return withTeam(scope, async (tx) => takeBackInside(tx, scope, await lockLetter(tx, letterId), now));
}

/** The same of a letter that the caller holds. */
export async function takeBackInside(
  tx: TeamTransaction,
  scope: Scope,
  letter: LetterRow,
  now: Date,
): Promise<{ takenBack: string[]; left: string[] }> {
  const signed = (await lockMails(tx, letter.id)).filter((mail) => standsOf(mail) === "signed");
  const ids = signed.map(({ draftId }) => draftId);
  const returned = new Set((await backToDrafts(tx, scope, ids, "Taken back", now)).map(({ id }) => id));
  if (returned.size > 0) {
    await tx.update(letters).set({ signedAt: null, signedBy: null }).where(eq(letters.id, letter.id));
    await askSingles(tx, scope.teamId);
  }
  const names = (were: boolean) => signed.filter(({ draftId }) => returned.has(draftId) === were).map(({ name }) => name);
  return { takenBack: names(true), left: names(false) };
}
