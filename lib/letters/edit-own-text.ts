import { eq } from "drizzle-orm";
import { withTeam } from "@/db/access/with-team";
import { letters, singleMails } from "@/db/schema/letters";
import type { Member } from "../auth/member";
import { editDraft } from "../drafts/edit-draft";
import { AppError } from "../errors/app-error";
import type { LetterView } from "./letter";
import { viewLetter } from "./read-letter";

type Text = { subject: string; body: string };

/**
 * Gives one of a letter's people a text of their own, which the letter's no longer changes. `seen`: the text the person began with.
 * @throws AppError "not_found", "invalid" for an empty text, "conflict" where it left, was rejected, or somebody else changed it meanwhile.
 */
export async function editOwnText(
  member: Member,
  given: Text & { letterId: string; draftId: string; seen: Text },
  now: Date,
): Promise<LetterView> {
  const { letterId, draftId, ...text } = given;
  // Whether it is this letter's is asked first: another one is never written to.
  await withTeam(member, async (tx) => {
    const [mail] = await tx.select({ letterId: singleMails.letterId }).from(singleMails).where(eq(singleMails.draftId, draftId));
    if (!mail || mail.letterId !== letterId) throw new AppError("not_found");
  });
  await editDraft(member, draftId, text, now);
  return withTeam(member, async (tx) => {
    const [letter] = await tx.select().from(letters).where(eq(letters.id, letterId));
    if (!letter) throw new AppError("not_found");
    return viewLetter(tx, member, letter, now);
  });
}
