import { type Scope, withTeam } from "@/db/access/with-team";
import { AppError } from "../../errors/app-error";
import { lockDraft } from "../lock-draft";
import { isOpen, saysOver, wakePlace } from "../place";
import { openDifference, settleDifference } from "./settle-difference";

/**
 * Puts the signed text back in place of what was made of it in Outlook: its draft is made anew, and as it is the same mail, its signature
 * holds. It gets another slot.
 * @throws AppError "conflict" when somebody was first, it was sent from Outlook, or the campaign has ended for the contact; "not_found".
 */
export async function putBack(scope: Scope, draftId: string, now: Date) {
  await withTeam(scope, async (tx) => {
    const { draft, place } = await lockDraft(tx, draftId);
    const difference = await openDifference(tx, draftId);
    if (difference.place !== "draft") throw new AppError("conflict", "This mail has left, so nothing can be put back.");
    if (!isOpen(place)) throw new AppError("conflict", saysOver(place, "Nothing was put back."));
    await settleDifference(tx, scope, draft, difference, "put back", now);
    await wakePlace(tx, scope.teamId, place, draftId, now);
  });
}
