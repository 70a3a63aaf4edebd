import { and, eq } from "drizzle-orm";
import { type TeamTransaction, withTeam } from "@/db/access/with-team";
import { emailDrafts } from "@/db/schema/drafts";
import { letters, singleMails } from "@/db/schema/letters";
import type { Member } from "../auth/member";
import type { LetterView } from "./letter";
import { type LetterRow, lockLetter } from "./lock-letter";
import { lockMails } from "./mails/lock-mails";
import { bringBack, discarded } from "./mails/take-off";
import { viewLetter } from "./read-letter";

/** Brings a discarded letter back as it was; one that is not discarded stays as it is. @throws AppError "not_found". */
export function restoreLetter(member: Member, letterId: string, now: Date): Promise<LetterView> {
  return withTeam(member, async (tx) =>
    viewLetter(tx, member, await restoreInside(tx, await lockLetter(tx, letterId), now), now),
  );
}

/** The same of a letter that the caller holds. @returns it as it is now. */
export async function restoreInside(tx: TeamTransaction, letter: LetterRow, now: Date): Promise<LetterRow> {
  if (!letter.discardedAt) return letter;
  // Locked as everybody locks them.
  await lockMails(tx, letter.id);
  const mails = await tx
    .select({ draftId: singleMails.draftId, singleMailId: singleMails.id })
    .from(singleMails)
    .innerJoin(emailDrafts, eq(emailDrafts.id, singleMails.draftId))
    .where(and(eq(singleMails.letterId, letter.id), eq(emailDrafts.rejectReason, discarded)));
  await bringBack(tx, mails, now);
  await tx.update(letters).set({ discardedAt: null, discardedBy: null, updatedAt: now }).where(eq(letters.id, letter.id));
  return { ...letter, discardedAt: null, discardedBy: null, updatedAt: now };
}
