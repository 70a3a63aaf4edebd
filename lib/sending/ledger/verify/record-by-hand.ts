import { type Scope, withTeam } from "@/db/access/with-team";
import { mailDifferences } from "@/db/schema/differences";
import { recordActivity } from "../../../events/record-activity";
import type { Difference, ShownMail } from "../../../mail/compare/shown-mail";
import type { DeliveryRow } from "../ensure-delivery";
import { moveDelivery } from "../move-delivery";
import { recordAccepted } from "../record-accepted";

/**
 * Writes that its mailbox's owner sent a mail out of Outlook: it counts as sent, and against every limit. Where it is other than signed, a
 * person has to see that before anything follows.
 * @returns the row as it is now, or null when the mail moved on meanwhile.
 */
export async function recordByHand(
  scope: Scope,
  row: DeliveryRow,
  { sentGraphId, sent, differences }: { sentGraphId: string; sent: ShownMail; differences: Difference[] },
  now: Date,
): Promise<DeliveryRow | null> {
  const changedAt = sent.changedAt === null ? now : new Date(sent.changedAt);
  const at = changedAt < now ? changedAt : now;
  return withTeam(scope, async (tx) => {
    const looks = { looks: 0, nextLookAt: null };
    const left = { confirmedAt: now, acceptedAt: at, submittedAt: at, sentGraphId, ...looks };
    const confirmed = await moveDelivery(tx, row, { kind: "sent by hand" }, left);
    if (!confirmed) return null;
    await recordAccepted(tx, confirmed, at);
    if (differences.length > 0) {
      const found = { place: "by hand" as const, foundAt: now, changedAt: at, found: sent, differences };
      await tx.insert(mailDifferences).values({ deliveryId: row.id, ...found });
      const { campaignId, contactId, draftId } = row;
      const nobody = { ...scope, memberId: null };
      await recordActivity(tx, nobody, { verb: "held a changed mail", at: now, campaignId, contactId, detail: { draftId } });
    }
    return confirmed;
  });
}
