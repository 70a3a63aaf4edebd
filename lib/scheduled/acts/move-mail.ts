import { type TeamTransaction, withTeam } from "@/db/access/with-team";
import type { Member } from "../../auth/member";
import { fillDueTimes } from "../../campaigns/fill-due-times";
import { AppError } from "../../errors/app-error";
import { recordActivity } from "../../events/record-activity";
import { toTemporal } from "../../schedule/clock/to-temporal";
import { formatTime } from "../../schedule/words/format-time";
import { takeBackSeconds } from "../../singles/read-leave";
import { giveTime } from "./give-time";
import { lockTimed, mustHaveTime, type Timed } from "./lock-timed";
import { readRule, sayRule } from "./read-rule";

/** Instants are ISO texts; `from` null where it had lost its slot. */
export type MovedMail = { name: string; from: string | null; to: string };

/** A minute that has just begun is now. */
const justNowMs = 60_000;

/**
 * Gives a mail another time. One by hand leaves whenever somebody says; one of a campaign not before its rule, and only while the campaign sends. A
 * new time keeps the seal, and moving back is the way back.
 * @param seen the time that was shown: who moved it meanwhile was first.
 * @throws AppError "not_found", "conflict" where it left, is over or was moved meanwhile, "blocked" with the rule, "invalid" for a time that has passed.
 */
export async function moveMail(
  member: Member,
  draftId: string,
  at: Date,
  now: Date,
  seen: Date | null = null,
): Promise<MovedMail> {
  return withTeam(member, async (tx) => {
    const mail = await lockTimed(tx, draftId);
    mustHaveTime(mail, member, now);
    return moveInside(tx, member, mail, at, now, seen);
  });
}

/** The same of a mail that is locked. */
export async function moveInside(
  tx: TeamTransaction,
  member: Member,
  mail: Timed,
  at: Date,
  now: Date,
  seen: Date | null,
): Promise<MovedMail> {
  const { name, slot, place, contactId, campaignId } = mail;
  const from = slot?.at ?? (place.kind === "single" ? place.single.leaveAt : null);
  const moved = { name, from: slot?.at.toISOString() ?? null, to: at.toISOString() };
  if (slot && slot.at.getTime() === at.getTime()) return moved;
  const reader = { now: toTemporal(now), timeZone: member.timezone };
  if (slot?.movedBy && slot.movedBy !== member.memberId && seen && slot.at.getTime() !== seen.getTime())
    throw new AppError(
      "conflict",
      `${slot.mover ?? "Somebody"} moved it to ${formatTime(toTemporal(slot.at), reader)} meanwhile. Nothing was changed.`,
    );
  if (at.getTime() < now.getTime() - justNowMs)
    throw new AppError(
      "invalid",
      `${formatTime(toTemporal(at), reader)} has passed. Choose a time to come; nothing was changed.`,
    );
  const to = new Date(Math.max(at.getTime(), now.getTime() + takeBackSeconds * 1000));
  if (place.kind === "campaign") {
    await fillDueTimes(tx, place.campaign.id, place.contact.id);
    const refused = sayRule(await readRule(tx, place.contact.id, now), name, to, { timeZone: member.timezone, now });
    if (refused) throw new AppError("blocked", `${refused} Nothing was changed.`);
  }
  const isBack = slot?.movedBy === member.memberId && slot.movedFrom?.getTime() === to.getTime();
  await giveTime(tx, member.teamId, mail, to, isBack ? null : { from: from ?? now, by: member.memberId }, now);
  await recordActivity(tx, member, {
    verb: "moved a mail",
    campaignId,
    contactId,
    at: now,
    detail: { draftId: mail.draft.id, from: (from ?? now).toISOString(), to: to.toISOString() },
  });
  return { ...moved, to: to.toISOString() };
}
