import type { Scope } from "@/db/access/with-team";
import { changeHold, type HoldChange } from "../../campaigns/hold/change-hold";
import { findWriter } from "../effects/find-writer";
import { reviewAgain } from "../effects/review-again";

/**
 * What a person makes of a hold. Where they say that somebody wrote the answer, it does all that an answer does: what was signed by hand to
 * whoever wrote goes back to Review, too. @throws as `changeHold`.
 */
export function changeWhatHolds(scope: Scope, contactId: string, change: HoldChange, now: Date): Promise<{ at: Date }> {
  return changeHold(scope, contactId, change, now, async (tx, message) => {
    const writer = await findWriter(tx, message.fromEmail, message.contactId);
    const people = [message.contactId, writer].filter((id) => id !== null);
    await reviewAgain(tx, scope.teamId, people, now);
  });
}
