import { eq } from "drizzle-orm";
import { withTeam } from "@/db/access/with-team";
import { emailDrafts } from "@/db/schema/drafts";
import type { Member } from "../auth/member";
import { AppError } from "../errors/app-error";
import type { LetterView } from "./letter";
import { lockLetter } from "./lock-letter";
import { keepRequests } from "./mails/keep-mails";
import { lockMails, standsOf } from "./mails/lock-mails";
import { viewLetter } from "./read-letter";

/**
 * Drops the text that one of a letter's people had of their own: they get the letter's again, as all others.
 * @throws AppError "not_found", "conflict" where the mail is signed, or over.
 */
export function dropOwnText(member: Member, given: { letterId: string; draftId: string }, now: Date): Promise<LetterView> {
  return withTeam(member, async (tx) => {
    const letter = await lockLetter(tx, given.letterId);
    const mail = (await lockMails(tx, letter.id)).find(({ draftId }) => draftId === given.draftId);
    if (!mail) throw new AppError("not_found");
    if (standsOf(mail) !== "draft")
      throw new AppError("conflict", "This mail is signed, or nothing comes of it any more, so its text stays.");
    await tx
      .update(emailDrafts)
      .set({ editedSubject: null, editedBody: null, editedBy: null, editedAt: null, updatedAt: now })
      .where(eq(emailDrafts.id, mail.draftId));
    await keepRequests(tx, [mail.draftId]);
    return viewLetter(tx, member, letter, now);
  });
}
