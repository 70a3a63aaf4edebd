import { eq } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { emailDrafts } from "@/db/schema/drafts";
import { deliveries } from "@/db/schema/sending";
import { wakeRuns } from "../drafts/wake-runs";
import { AppError } from "../errors/app-error";
import { recordActivity } from "../events/record-activity";
import { moveDelivery } from "./ledger/move-delivery";
import { recordAccepted } from "./ledger/record-accepted";
import { giveUp } from "./run/give-up";

/**
 * A person settles a mail of which no look could tell whether it left: it arrived, and the sequence goes on; or it did not, and the
 * campaign ends for the contact. It is never sent again by itself: nobody could promise that it is the only one.
 * @throws AppError "not_found", "conflict" when it is not in doubt any more.
 */
export async function settleByHand(scope: Scope, draftId: string, arrived: boolean, now: Date) {
  await withTeam(scope, async (tx) => {
    await tx.select({ id: emailDrafts.id }).from(emailDrafts).where(eq(emailDrafts.id, draftId)).for("no key update");
    const [row] = await tx.select().from(deliveries).where(eq(deliveries.draftId, draftId)).for("update");
    if (!row) throw new AppError("not_found");
    const settled = await moveDelivery(
      tx,
      row,
      { kind: "person decided", arrived },
      arrived ? { acceptedAt: row.acceptedAt ?? row.submittedAt ?? now } : { errorCode: "not arrived" },
    );
    if (!settled) throw new AppError("conflict", "This mail is settled already.");
    if (arrived) await recordAccepted(tx, settled, settled.acceptedAt ?? now);
    else await giveUp(tx, { teamId: scope.teamId, draftId, memberId: scope.memberId }, "not arrived", now);
    await recordActivity(tx, scope, {
      verb: "settled a mail in doubt",
      at: now,
      campaignId: row.campaignId,
      detail: { draftId, arrived },
    });
    const { campaignId, campaignContactId } = row;
    await wakeRuns(tx, scope.teamId, [{ id: draftId, campaignId, campaignContactId, runId: campaignContactId }], now);
  });
}
