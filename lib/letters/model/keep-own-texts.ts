import { eq } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { emailDrafts } from "@/db/schema/drafts";
import { AppError } from "../../errors/app-error";
import { lockLetter } from "../lock-letter";
import { keepRequests } from "../mails/keep-mails";
import { lockMails, standsOf } from "../mails/lock-mails";
import type { Reader } from "./read-material";

type Text = { subject: string; body: string };
export type Written = { reader: Reader; written: Text | AppError };

/**
 * Keeps what was written for each of a letter's people, beside the letter's own text. What somebody signed or changed while it was being written stays.
 * @returns for whom nothing was kept, and why. @throws AppError "not_found".
 */
export function keepOwnTexts(
  scope: Scope,
  letterId: string,
  texts: Written[],
  now: Date,
): Promise<{ name: string; why: string }[]> {
  return withTeam(scope, async (tx) => {
    const letter = await lockLetter(tx, letterId);
    const waiting = new Set(
      (await lockMails(tx, letter.id)).filter((mail) => standsOf(mail) === "draft").map(({ draftId }) => draftId),
    );
    const without: { name: string; why: string }[] = [];
    const kept: string[] = [];
    for (const { reader, written } of texts) {
      const { draftId, name, text, inThread } = reader;
      const [draft] = waiting.has(draftId) ? await tx.select().from(emailDrafts).where(eq(emailDrafts.id, draftId)) : [];
      if (written instanceof AppError) without.push({ name, why: written.message });
      else if (!draft) without.push({ name, why: "It was signed, or taken off the letter, meanwhile." });
      else if ((draft.editedSubject ?? draft.subject) !== text.subject || (draft.editedBody ?? draft.body) !== text.body)
        without.push({ name, why: "Its text was changed meanwhile." });
      else {
        await tx
          .update(emailDrafts)
          .set({
            editedSubject: inThread ? text.subject : written.subject,
            editedBody: written.body,
            editedBy: scope.memberId,
            editedAt: now,
            updatedAt: now,
          })
          .where(eq(emailDrafts.id, draftId));
        kept.push(draftId);
      }
    }
    await keepRequests(tx, kept);
    return without;
  });
}
