import { withTeam } from "@/db/access/with-team";
import type { Member } from "../../auth/member";
import { AppError } from "../../errors/app-error";
import { cancelMail } from "./cancel-mail";
import { lockTimed, mustHaveTime } from "./lock-timed";
import { moveInside } from "./move-mail";
import { sendNow } from "./send-now";
import { takeBackCancel } from "./take-back-cancel";
import { takeBackSendNow } from "./take-back-send-now";

/** So many at once at most. */
export const mostAtOnce = 200;

export type ActOnMany =
  | { kind: "send" | "take back send" | "cancel" | "take back cancel" }
  /** By so many minutes later, or earlier where they are less than nothing. */
  | { kind: "move"; minutes: number };

/** `refused`: the sentence that says why; null where it was done. */
export type DoneToMany = { draftId: string; name: string | null; refused: string | null }[];

/** Does the same to several mails, one after another: what one is refused for keeps none of the others. */
export async function actOnMany(member: Member, draftIds: string[], act: ActOnMany, now: Date): Promise<DoneToMany> {
  const done: DoneToMany = [];
  for (const draftId of new Set(draftIds)) {
    try {
      const { name, was } = await actOnOne(member, draftId, act, now);
      done.push({ draftId, name, refused: was });
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      done.push({ draftId, name: null, refused: error.message });
    }
  }
  return done;
}

async function actOnOne(
  member: Member,
  draftId: string,
  act: ActOnMany,
  now: Date,
): Promise<{ name: string; was: string | null }> {
  switch (act.kind) {
    case "send":
      return { name: (await sendNow(member, draftId, now)).name, was: null };
    case "take back send":
      return { name: (await takeBackSendNow(member, draftId, now)).name, was: null };
    case "cancel":
      return cancelMail(member, draftId, now);
    case "take back cancel":
      return { name: (await takeBackCancel(member, draftId, now)).name, was: null };
    case "move":
      return { name: (await moveBy(member, draftId, act.minutes, now)).name, was: null };
  }
}

function moveBy(member: Member, draftId: string, minutes: number, now: Date) {
  return withTeam(member, async (tx) => {
    const mail = await lockTimed(tx, draftId);
    mustHaveTime(mail, member, now);
    const from = mail.slot?.at ?? (mail.place.kind === "single" ? mail.place.single.leaveAt : null) ?? now;
    return moveInside(tx, member, mail, new Date(from.getTime() + minutes * 60_000), now, null);
  });
}
