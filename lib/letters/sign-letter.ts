import { type Scope, withTeam } from "@/db/access/with-team";
import { answersElsewhere } from "../drafts/place";
import { AppError } from "../errors/app-error";
import type { SignedLetter } from "./letter";
import { lockLetter } from "./lock-letter";
import { signMails } from "./sign-mails";

/**
 * Signs mails of a letter, all of them or none, each with the hash its page showed. The letter is locked first: a second click, a retry and a restored tab
 * wait, find these very mails signed, and get the same answer.
 * @throws AppError "not_found", "conflict" where a mail is another than was shown, was rejected or discarded, "blocked" with the check that forbids it.
 */
export function signLetter(
  scope: Scope,
  given: { letterId: string; mails: { draftId: string; hash: string }[] },
  now: Date,
): Promise<SignedLetter> {
  return withTeam(scope, async (tx) => {
    const letter = await lockLetter(tx, given.letterId);
    if (letter.threadId) throw new AppError("conflict", answersElsewhere);
    return signMails(tx, scope, letter, given.mails, now);
  });
}
