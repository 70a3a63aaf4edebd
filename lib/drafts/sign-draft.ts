import { and, eq } from "drizzle-orm";
import { type Scope, type TeamTransaction, withTeam } from "@/db/access/with-team";
import { emailDrafts, signatures } from "@/db/schema/drafts";
import { AppError } from "../errors/app-error";
import { planSigned } from "../singles/plan-signed";
import { checkDraft, mayBeSigned } from "./check-draft";
import { lockDraft } from "./lock-draft";
import { answersElsewhere, isAnswer, isOpen, saysOver, wakePlace } from "./place";

export type Signed = { draftId: string; hash: string; signedAt: Date };

/**
 * Signs a draft: stores the hash of exactly the request that will be handed to Graph.
 * `seenHash` is the hash of what the person had before their eyes; another text is never signed unseen.
 * @throws AppError "conflict" when the draft changed or was signed or rejected meanwhile, or is an answer, which is signed in its thread, "blocked" when a check forbids it.
 */
export async function signDraft(scope: Scope, draftId: string, seenHash: string, now: Date): Promise<Signed> {
  return withTeam(scope, async (tx) => {
    if (isAnswer((await lockDraft(tx, draftId)).place)) throw new AppError("conflict", answersElsewhere);
    return signInside(tx, scope, draftId, seenHash, now);
  });
}

/** The same inside a transaction that is open already. */
export async function signInside(
  tx: TeamTransaction,
  scope: Scope,
  draftId: string,
  seenHash: string,
  now: Date,
): Promise<Signed> {
  const { draft, place } = await lockDraft(tx, draftId);
  if (draft.rejectedAt) throw new AppError("conflict", "This draft was rejected meanwhile. Nothing was signed.");
  if (draft.status !== "draft") throw new AppError("conflict", "This draft is signed already.");
  if (!isOpen(place)) throw new AppError("conflict", saysOver(place, "Nothing was signed."));
  const { checks, request, hash } = await checkDraft(tx, draft);
  if (seenHash !== hash) {
    throw new AppError("conflict", "The mail changed while you looked at it. Read it again before you sign.");
  }
  if (!mayBeSigned(checks)) throw new AppError("blocked", checks.find((check) => !check.passes && check.blocking)?.sentence);
  await tx
    .update(emailDrafts)
    .set({ status: "approved", approvedAt: now, updatedAt: now, request, requestHash: hash })
    .where(and(eq(emailDrafts.id, draftId), eq(emailDrafts.status, "draft")));
  await tx.insert(signatures).values({ draftId, hash, kind: "person", signedBy: scope.memberId, signedAt: now });
  if (place.kind === "single") await planSigned(tx, scope.teamId, place.single.id, now);
  else await wakePlace(tx, scope.teamId, place, draftId, now);
  return { draftId, hash, signedAt: now };
}
