import { sql } from "drizzle-orm";
import { type TeamTransaction, withTeam } from "@/db/access/with-team";
import type { Member } from "../../auth/member";
import { endContact } from "../../campaigns/end-contact";
import { readAct } from "../../campaigns/words/read-act";
import { isOpen, saysOver } from "../../drafts/place";
import { AppError } from "../../errors/app-error";
import { recordActivity } from "../../events/record-activity";
import { endSingles } from "../../singles/end-singles";
import { lockTimed, mustHaveTime, sayGone, type Timed } from "./lock-timed";

/** `campaign`: that has ended for the person by this. `was`: what was so already, where there was nothing left to cancel. */
export type Cancelled = { name: string; campaign: string | null; was: string | null };

/**
 * Cancels a mail that has its time. One by hand is over, and keeps its seal, so that it can come back with its time; a campaign ends for this person,
 * since what would follow answers a mail that never was.
 * @throws AppError "not_found", "conflict" where it has left, or has no time any more.
 */
export async function cancelMail(member: Member, draftId: string, now: Date): Promise<Cancelled> {
  return withTeam(member, async (tx) => {
    const mail = await lockTimed(tx, draftId);
    const { name, place, slot, contactId, campaignId } = mail;
    const campaign = place.kind === "campaign" ? place.campaign.name : null;
    if (mail.gone) throw new AppError("conflict", sayGone(mail.gone, member, now));
    if (!isOpen(place)) return { name, campaign, was: await sayWas(tx, member, mail, now) };
    mustHaveTime(mail, member, now);
    const was = slot?.at ?? (place.kind === "single" ? place.single.leaveAt : null) ?? now;
    await cancelSlot(tx, member, draftId, now);
    if (place.kind === "single") await endSingles(tx, member.memberId, [place.single.id], "cancelled", now);
    else {
      const { teamId, memberId } = member;
      await endContact(tx, { teamId, memberId, campaignContactId: place.contact.id }, "stopped by hand", now);
    }
    const detail = { draftId, was: was.toISOString() };
    await recordActivity(tx, member, { verb: "cancelled a mail", campaignId, contactId, at: now, detail });
    return { name, campaign, was: null };
  });
}

/** Marks its slot, or the one it lost last, with who cancelled it: that stays to be seen. */
async function cancelSlot(tx: TeamTransaction, member: Member, draftId: string, now: Date) {
  await tx.execute(
    sql`update scheduled_emails e set status = 'cancelled', cancel_reason = 'Cancelled', cancelled_at = ${now.toISOString()}::timestamptz, cancelled_by = ${member.memberId}
        where e.id = (select x.id from scheduled_emails x where x.draft_id = ${draftId} order by x.status = 'pending' desc, x.created_at desc, x.id limit 1)`,
  );
  await tx.execute(sql`update email_drafts set status = 'approved' where id = ${draftId} and status = 'scheduled'`);
}

async function sayWas(tx: TeamTransaction, member: Member, { place }: Timed, now: Date): Promise<string> {
  if (place.kind === "single") {
    if (place.single.endedReason !== "cancelled") return saysOver(place, "Nothing was changed.");
    const { who, when } = await readAct(tx, { by: place.single.endedBy, at: place.single.endedAt }, { ...member, now });
    return `${who} cancelled it already${when}.`;
  }
  const { who, when } = await readAct(tx, { by: place.contact.stoppedBy, at: place.contact.completedAt }, { ...member, now });
  return place.contact.endedReason === "stopped by hand"
    ? `${who} stopped ${place.campaign.name} for them already${when}.`
    : `${place.campaign.name} had ended for them already${when}.`;
}
