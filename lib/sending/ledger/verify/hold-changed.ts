import { and, eq, isNull, sql } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { mailDifferences } from "@/db/schema/differences";
import { singleMails } from "@/db/schema/letters";
import { sayWhy } from "../../../campaigns/wait/say-why";
import { recordActivity } from "../../../events/record-activity";
import type { Difference, ShownMail } from "../../../mail/compare/shown-mail";
import { takeBackSlots } from "../../../slots/take-back-slots";
import type { DeliveryRow } from "../ensure-delivery";
import { moveDelivery } from "../move-delivery";
import { noDraft } from "../no-draft";

/**
 * Writes that a draft lies in the mailbox otherwise than it was made, after it was taken out of Drafts: it waits, without a slot, until
 * somebody settles it. Without differences its owner threw it away.
 * @returns false when the mail moved on meanwhile.
 */
export async function holdChanged(
  scope: Scope,
  row: DeliveryRow,
  { found, differences }: { found: ShownMail; differences: Difference[] },
  now: Date,
): Promise<boolean> {
  return withTeam(scope, async (tx) => {
    const held = await moveDelivery(tx, row, { kind: "draft deleted" }, noDraft);
    if (!held) return false;
    const changedAt = found.changedAt === null ? null : new Date(found.changedAt);
    await tx.insert(mailDifferences).values({ deliveryId: row.id, place: "draft", foundAt: now, changedAt, found, differences });
    await takeBackSlots(tx, sql`e.draft_id = ${row.draftId}`, "Changed in Outlook");
    await sayWhy(tx, sql`c.id = ${row.campaignContactId}`, "changed_in_outlook");
    await tx
      .update(singleMails)
      .set({ waitReason: "changed_in_outlook", nextAt: null })
      .where(and(eq(singleMails.draftId, row.draftId), isNull(singleMails.endedReason)));
    const { campaignId, contactId, draftId } = row;
    const nobody = { ...scope, memberId: null };
    await recordActivity(tx, nobody, { verb: "held a changed mail", at: now, campaignId, contactId, detail: { draftId } });
    return true;
  });
}
