import { sql } from "drizzle-orm";
import { instantOf, readRows } from "@/db/access/read-rows";
import { withTeam } from "@/db/access/with-team";
import type { Member } from "../../auth/member";
import { reopenContact } from "../../campaigns/reopen-contact";
import { wakePlace } from "../../drafts/place";
import { AppError } from "../../errors/app-error";
import { recordActivity } from "../../events/record-activity";
import { reopenSingle } from "../../singles/reopen-single";
import { giveTime } from "./give-time";
import { lockTimed, sayGone } from "./lock-timed";
import { takeBackMs } from "./take-back-ms";

/** `at`: its time again, as ISO text; null where the campaign gives it a new one. */
export type TakenBack = { name: string; at: string | null };

/**
 * Takes a cancelling back while nothing else happened: a mail by hand has its time again, and the campaign goes on for the person, where it gets a
 * time as any signed mail does.
 * @throws AppError "not_found", "conflict" where there is nothing to take back, or with what happened since.
 */
export async function takeBackCancel(member: Member, draftId: string, now: Date): Promise<TakenBack> {
  return withTeam(member, async (tx) => {
    const mail = await lockTimed(tx, draftId);
    const { place, name, campaignId, contactId, draft } = mail;
    if (mail.gone) throw new AppError("conflict", sayGone(mail.gone, member, now));
    const [slot] = await readRows<{ id: string; at: string; cancelledAt: string | null; signed: boolean }>(
      tx,
      sql`select e.id, e.scheduled_for as at, e.cancelled_at as "cancelledAt",
            exists (select 1 from signatures g where g.draft_id = e.draft_id and g.voided_at is null) as signed
          from scheduled_emails e where e.draft_id = ${draftId} order by e.created_at desc, e.id limit 1`,
    );
    const ended = place.kind === "single" ? place.single.endedReason : place.contact.endedReason;
    // Asked twice, it is back already.
    if (mail.slot && ended === null) return { name, at: mail.slot.at.toISOString() };
    const cancelledAt = instantOf(slot?.cancelledAt ?? null);
    if (!slot || !cancelledAt || (ended !== "cancelled" && ended !== "stopped by hand"))
      throw new AppError("conflict", "It is not cancelled, so nothing is taken back.");
    if (now.getTime() - cancelledAt.getTime() > takeBackMs)
      throw new AppError("conflict", "It was cancelled a while ago, so that stays. Write it anew instead.");
    if (!slot.signed || draft.status !== "approved")
      throw new AppError("conflict", "Its signature was taken back meanwhile. It stays cancelled.");
    let at: Date | null = null;
    const again = sql`cancelled_at = null, cancelled_by = null, cancel_reason = null`;
    if (place.kind === "single") {
      await reopenSingle(tx, place.single.id, "cancelled");
      await tx.execute(sql`update scheduled_emails set status = 'pending', ${again} where id = ${slot.id}`);
      at = new Date(Math.max(new Date(slot.at).getTime(), now.getTime()));
      await giveTime(tx, member.teamId, mail, at, null, now);
    } else {
      await reopenContact(tx, { campaignContactId: place.contact.id, draftId, reason: "stopped by hand" }, now);
      await tx.execute(sql`update scheduled_emails set ${again} where id = ${slot.id}`);
      await wakePlace(tx, member.teamId, place, draftId, now);
    }
    const detail = { draftId, at: (at ?? new Date(slot.at)).toISOString() };
    await recordActivity(tx, member, { verb: "took a cancelling back", campaignId, contactId, at: now, detail });
    return { name, at: at?.toISOString() ?? null };
  });
}
