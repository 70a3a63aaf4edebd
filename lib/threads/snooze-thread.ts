import { and, eq } from "drizzle-orm";
import { withTeam } from "@/db/access/with-team";
import { replyThreads } from "@/db/schema/threads";
import type { Member } from "../auth/member";
import { AppError } from "../errors/app-error";
import { lockThread } from "./lock-thread";
import { refuseChanged } from "./refuse-changed";
import { isTooFar } from "./snooze/is-too-far";
import type { Before, Stand } from "./stand";

/**
 * Puts a thread out of sight until an instant; a new mail of theirs brings it back before.
 * @param seen how it was shown: who changed it meanwhile was first.
 * @throws AppError "not_found", "invalid" for a time that has passed or is more than five years away, "conflict" with who was first.
 */
export async function snoozeThread(
  member: Member,
  threadId: string,
  until: Date,
  now: Date,
  seen: Stand | null = null,
): Promise<{ before: Before }> {
  if (until <= now) throw new AppError("invalid", "This time has passed. Choose one to come; nothing was changed.");
  if (isTooFar(until, now))
    throw new AppError("invalid", "This is more than five years away. Choose an earlier day; nothing was changed.");
  return withTeam(member, async (tx) => {
    const locked = await lockThread(tx, threadId);
    const { stand } = locked;
    if (seen) await refuseChanged(tx, member, locked, seen, "state", now);
    await tx
      .update(replyThreads)
      .set({
        state: "snoozed",
        snoozedUntil: until,
        snoozedBy: member.memberId,
        unread: false,
        doneAt: null,
        doneBy: null,
      })
      .where(and(eq(replyThreads.id, threadId), eq(replyThreads.state, stand.state)));
    return { before: { was: stand, made: { ...stand, state: "snoozed", snoozedUntil: until.toISOString() } } };
  });
}
