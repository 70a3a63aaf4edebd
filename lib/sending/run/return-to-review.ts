import { type Scope, withTeam } from "@/db/access/with-team";
import { lockDraft } from "../../drafts/lock-draft";
import { backToDraft } from "../../drafts/take-back-signature";
import { buildDraftRequest } from "../../mail/build-draft-request";
import { checkFooter } from "../../mail/check-footer";
import type { Refusal } from "../ledger/judge-intent";

/** A mail that is no longer what was signed, or may not leave as it is, waits for a signature again, and says why. */
export function returnToReview(scope: Scope, draftId: string, reason: Refusal["reason"], now: Date): Promise<void> {
  return withTeam(scope, async (tx) => {
    const { draft } = await lockDraft(tx, draftId);
    const { request, unreadable } = await buildDraftRequest(tx, draftId);
    const lacks = reason === "footer incomplete" ? checkFooter(request) : null;
    await backToDraft(tx, scope, draft, lacks ?? unreadable ?? "The mail changed after it was signed", now);
  });
}
