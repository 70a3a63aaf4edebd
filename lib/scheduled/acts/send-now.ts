import { sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import { type TeamTransaction, withTeam } from "@/db/access/with-team";
import type { WaitReason } from "@/db/schema/words";
import type { Member } from "../../auth/member";
import { fillDueTimes } from "../../campaigns/fill-due-times";
import { waitWords } from "../../campaigns/words/wait-words";
import { AppError } from "../../errors/app-error";
import { recordActivity } from "../../events/record-activity";
import type { MailboxHold } from "../../senders/mailbox-hold";
import { holdOf } from "../../senders/mailbox-hold";
import { nameHold } from "../../senders/name-hold";
import { takeBackSeconds } from "../../singles/read-leave";
import { giveTime } from "./give-time";
import { lockTimed, mustHaveTime, type Timed } from "./lock-timed";
import { readRule, sayRule } from "./read-rule";

/** Instants are ISO texts. */
export type SentNow = { name: string; at: string; was: string };

/**
 * Has a mail leave at once, that is after the seconds in which it can be taken back. One of a campaign never leaves before its rule; limits and spacing
 * hold at the last check, which may move it by what they ask for.
 * @throws AppError "not_found", "conflict" where it left or is over, "blocked" with what keeps it.
 */
export async function sendNow(member: Member, draftId: string, now: Date): Promise<SentNow> {
  return withTeam(member, async (tx) => {
    const mail = await lockTimed(tx, draftId);
    mustHaveTime(mail, member, now);
    const { name, slot, place, contactId, campaignId } = mail;
    const at = new Date(now.getTime() + takeBackSeconds * 1000);
    // Asked twice, or due by itself.
    if (slot && slot.at <= at) return { name, at: slot.at.toISOString(), was: slot.at.toISOString() };
    const why = await sayWhyNot(tx, mail);
    if (why || !slot) throw new AppError("blocked", `${why} Nothing was changed.`);
    if (place.kind === "campaign") {
      await fillDueTimes(tx, place.campaign.id, place.contact.id);
      const refused = sayRule(await readRule(tx, place.contact.id, now), name, at, { timeZone: member.timezone, now });
      if (refused) throw new AppError("blocked", `${refused} Nothing was changed.`);
    }
    await giveTime(tx, member.teamId, mail, at, { from: slot.at, by: member.memberId }, now);
    const was = slot.at.toISOString();
    await recordActivity(tx, member, { verb: "sent a mail now", campaignId, contactId, at: now, detail: { draftId, was } });
    return { name, at: at.toISOString(), was };
  });
}

/** What keeps every mail of the team, of the mailbox, of the campaign or this one from leaving now. */
async function sayWhyNot(tx: TeamTransaction, { place, slot, senderAccountId }: Timed): Promise<string | null> {
  const [row] = await readRows<{ stopped: boolean; hold: MailboxHold | null; code: string | null; email: string }>(
    tx,
    sql`select exists (select 1 from team_stops s where s.lifted_at is null) as stopped, ${holdOf} as hold, m.trouble_code as code, m.email
        from sender_accounts m where m.id = ${senderAccountId}`,
  );
  if (row?.stopped) return "All sending is stopped. Resume it, then this mail can leave.";
  // One that cannot be read lets first mails leave; the last check tells them apart.
  if (row?.hold && row.hold !== "unreadable") {
    const words = nameHold(row.hold, row.code);
    return `${row.email} ${words.told}, so nothing leaves from it. ${words.move}`;
  }
  if (place.kind === "campaign" && place.campaign.status === "paused")
    return `${place.campaign.name} is paused. Resume it, then this mail can leave.`;
  if (slot) return null;
  const reason = place.kind === "single" ? place.single.waitReason : null;
  return reason ? sayWaits(reason) : "It waits.";
}

function sayWaits(reason: WaitReason): string {
  const { name, once } = waitWords[reason];
  const when = once === "from now" ? "when its turn comes" : once || "when that has ended";
  return `It waits: ${name}. It leaves by itself ${when}.`;
}
