import { eq } from "drizzle-orm";
import { type Scope, type TeamTransaction, withTeam } from "@/db/access/with-team";
import { emailDrafts } from "@/db/schema/drafts";
import { members } from "@/db/schema/teams";
import { AppError } from "../errors/app-error";
import { buildDraftRequest } from "../mail/build-draft-request";
import { sanitizeHtml } from "../mail/sanitize-html";
import { lockDraft } from "./lock-draft";
import { answersElsewhere, isAnswer, wakePlace } from "./place";
import { backToDraft } from "./take-back-signature";

type Text = { subject: string; body: string };
/** `text`: as it is kept, which is made safe. */
export type Edited = { hash: string; voided: boolean; text: Text };

/**
 * Keeps a person's wording beside the original. A signature on the text before is void: it was for another text.
 * The same wording as the original takes the edit back. `seen` is the text the person began with: another one that somebody
 * kept meanwhile is never overwritten unseen.
 * @throws AppError "conflict" when the mail left, was rejected or edited by somebody else, "invalid" for an empty subject or text.
 */
export async function editDraft(
  scope: Scope,
  draftId: string,
  { seen, ...text }: Text & { seen: Text },
  now: Date,
): Promise<Edited> {
  const subject = text.subject.replace(/\s+/g, " ").trim();
  const body = sanitizeHtml(text.body);
  if (subject === "") throw new AppError("invalid", undefined, { subject: "A mail needs a subject." });
  if (body.replace(/<[^<>]*>/g, "").trim() === "") throw new AppError("invalid", undefined, { body: "A mail needs a text." });
  return withTeam(scope, async (tx) => {
    const { draft, place } = await lockDraft(tx, draftId);
    if (isAnswer(place)) throw new AppError("conflict", answersElsewhere);
    if (draft.rejectedAt) throw new AppError("conflict", "This draft was rejected meanwhile. Your text was not kept.");
    if (seen.subject !== (draft.editedSubject ?? draft.subject) || seen.body !== (draft.editedBody ?? draft.body)) {
      const who = await nameOf(tx, draft.editedBy);
      throw new AppError(
        "conflict",
        `${who} changed this text meanwhile. Yours stays here: keep it in place of theirs, or leave it.`,
      );
    }
    const voided = draft.status !== "draft";
    if (voided) await backToDraft(tx, scope, draft, "The text was changed", now);
    const unchanged = subject === draft.subject && body === draft.body;
    await tx
      .update(emailDrafts)
      .set({
        editedSubject: unchanged ? null : subject,
        editedBody: unchanged ? null : body,
        editedBy: unchanged ? null : scope.memberId,
        editedAt: unchanged ? null : now,
        updatedAt: now,
      })
      .where(eq(emailDrafts.id, draftId));
    const { request, hash } = await buildDraftRequest(tx, draftId);
    await tx.update(emailDrafts).set({ request, requestHash: hash }).where(eq(emailDrafts.id, draftId));
    await wakePlace(tx, scope.teamId, place, draftId, now);
    return { hash, voided, text: { subject, body } };
  });
}

async function nameOf(tx: TeamTransaction, memberId: string | null): Promise<string> {
  const [member] = memberId ? await tx.select({ name: members.name }).from(members).where(eq(members.id, memberId)) : [];
  return member?.name ?? "Somebody";
}
