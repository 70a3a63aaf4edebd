import { and, eq, isNull, sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import { type Scope, withTeam } from "@/db/access/with-team";
import { contactHolds } from "@/db/schema/replies";
import { lockEnrolments } from "../../../campaigns/answered/lock-answered";
import { endContact } from "../../../campaigns/end-contact";
import { AppError } from "../../../errors/app-error";
import { recordActivity } from "../../../events/record-activity";

/**
 * Ends a campaign for somebody again that was to go on for them later, as their answer had ended it. What went back to Review stays there unsigned: a
 * signature that is void is not given anew. @throws AppError "not_found", "conflict" where it has ended, or gone on, since.
 */
export async function takeBackGoingOn(
  scope: Scope,
  { threadId, holdId }: { threadId: string; holdId: string },
  now: Date,
): Promise<void> {
  await withTeam(scope, async (tx) => {
    const [held] = await readRows<{ id: string; campaignId: string; contactId: string }>(
      tx,
      sql`select c.id, c.campaign_id as "campaignId", c.contact_id as "contactId"
          from contact_holds h join campaign_contacts c on c.id = h.campaign_contact_id join reply_threads t on t.contact_id = c.contact_id
          where h.id = ${holdId} and h.kind = 'asked for later' and t.id = ${threadId}`,
    );
    if (!held) throw new AppError("not_found");
    const { id, campaignId, contactId } = held;
    await lockEnrolments(tx, contactId);
    const ended = await tx
      .update(contactHolds)
      .set({ ended: "changed", endedAt: now, endedBy: scope.memberId })
      .where(
        and(
          eq(contactHolds.id, holdId),
          isNull(contactHolds.endedAt),
          sql`${contactHolds.until} > ${now.toISOString()}::timestamptz`,
        ),
      )
      .returning({ id: contactHolds.id });
    const again = ended.length > 0 && (await endContact(tx, { teamId: scope.teamId, campaignContactId: id }, "replied", now));
    if (!again) throw new AppError("conflict", "Something else happened since, so nothing is taken back. Look again.");
    // It ended when they wrote, not now.
    await tx.execute(sql`update campaign_contacts set completed_at = coalesce(replied_at, completed_at) where id = ${id}`);
    const detail = { threadId, until: null };
    await recordActivity(tx, scope, { verb: "let a campaign go on", campaignId, contactId, detail, at: now });
  });
}
