import { type Scope, type TeamTransaction, withTeam } from "@/db/access/with-team";
import { AppError } from "../errors/app-error";
import { backToDrafts } from "./back-to-drafts";
import { type DraftRow, lockDraft } from "./lock-draft";
import { wakePlace } from "./place";

/**
 * Takes a signature back, as long as the mail was not handed to Exchange.
 * @throws AppError "conflict" when it left already, "not_found".
 */
export async function takeBackSignature(scope: Scope, draftId: string, now: Date): Promise<void> {
  await withTeam(scope, async (tx) => {
    const { draft, place } = await lockDraft(tx, draftId);
    await backToDraft(tx, scope, draft, "Taken back", now);
    await wakePlace(tx, scope.teamId, place, draftId, now);
  });
}

/** Turns one signed draft into one that waits for a signature again. @throws AppError "conflict" when its mail left already. */
export async function backToDraft(tx: TeamTransaction, scope: Scope, draft: Pick<DraftRow, "id">, cause: string, now: Date) {
  const returned = await backToDrafts(tx, scope, [draft.id], cause, now);
  if (returned.length === 0) throw new AppError("conflict", "This mail has left already, so its signature stays.");
}
