import { and, eq } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { deliveries } from "@/db/schema/sending";
import { AppError } from "../../errors/app-error";
import { lockDraft } from "../lock-draft";
import { wakePlace } from "../place";
import { openDifference, settleDifference } from "./settle-difference";

/**
 * Somebody has seen that a mail left otherwise than signed: what follows it goes on. A sent copy that was only asked about counts as
 * explained from then on. A campaign that was paused for it is resumed by a person, as ever.
 * @throws AppError "conflict" when somebody was first, or the mail has not left; "not_found".
 */
export async function acceptSent(scope: Scope, draftId: string, now: Date) {
  await withTeam(scope, async (tx) => {
    const { draft, place } = await lockDraft(tx, draftId);
    const difference = await openDifference(tx, draftId);
    if (difference.place === "draft")
      throw new AppError("conflict", "This mail has not left: put its text back, sign or reject it.");
    await tx
      .update(deliveries)
      .set({ readBack: "explained" })
      .where(and(eq(deliveries.draftId, draftId), eq(deliveries.readBack, "asked")));
    await settleDifference(tx, scope, draft, difference, "accepted", now);
    await wakePlace(tx, scope.teamId, place, draftId, now);
  });
}
