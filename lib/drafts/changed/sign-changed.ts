import { eq } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { emailDrafts } from "@/db/schema/drafts";
import { shownMail } from "@/lib/mail/compare/shown-mail";
import { AppError } from "../../errors/app-error";
import { buildDraftRequest } from "../../mail/build-draft-request";
import { lockDraft } from "../lock-draft";
import { type Signed, signInside } from "../sign-draft";
import { backToDraft } from "../take-back-signature";
import { changedText, whyNotSigned } from "./changed-text";
import { openDifference, settleDifference } from "./settle-difference";

/**
 * Signs the text that somebody wrote in Outlook, as a new version of the draft. Its recipient stays the signed one.
 * @param seenHash of the mail as it was shown; another is never signed unseen.
 * @throws AppError "conflict" when somebody was first, or it cannot be signed as it lay there; "blocked" when a check forbids it.
 */
export async function signChanged(scope: Scope, draftId: string, seenHash: string, now: Date): Promise<Signed> {
  return withTeam(scope, async (tx) => {
    const { draft } = await lockDraft(tx, draftId);
    const difference = await openDifference(tx, draftId);
    if (difference.place !== "draft") throw new AppError("conflict", "This mail has left already. Nothing was signed.");
    const found = shownMail.parse(difference.found);
    const before = await buildDraftRequest(tx, draftId);
    const text = changedText(found, before.request);
    const why = whyNotSigned(found, before.request, (await buildDraftRequest(tx, draftId, text)).request);
    if (why) throw new AppError("conflict", `${why}. Nothing was signed.`);
    if (draft.status !== "draft") await backToDraft(tx, scope, draft, "Changed in Outlook", now);
    const edited = { editedSubject: text.subject, editedBody: text.body, editedBy: scope.memberId, editedAt: now };
    await tx.update(emailDrafts).set(edited).where(eq(emailDrafts.id, draftId));
    const signed = await signInside(tx, scope, draftId, seenHash, now);
    await settleDifference(tx, scope, draft, difference, "signed", now);
    return signed;
  });
}
