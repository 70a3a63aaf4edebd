import { and, eq, ne } from "drizzle-orm";
import { withTeam } from "@/db/access/with-team";
import { replyThreads } from "@/db/schema/threads";
import type { Member } from "../auth/member";
import { lockThread } from "./lock-thread";
import { refuseChanged } from "./refuse-changed";
import type { Before, Stand } from "./stand";

/**
 * Says that there is nothing to do in a thread; a new mail of theirs opens it again.
 * @param seen how it was shown: who changed it meanwhile was first, and what they wrote since is read before.
 * @throws AppError "not_found", "conflict" with who was first.
 */
export function settleThread(
  member: Member,
  threadId: string,
  now: Date,
  seen: Stand | null = null,
): Promise<{ before: Before }> {
  return withTeam(member, async (tx) => {
    const locked = await lockThread(tx, threadId);
    const { stand } = locked;
    if (seen) await refuseChanged(tx, member, locked, seen, "state", now);
    await tx
      .update(replyThreads)
      .set({
        state: "done",
        doneAt: now,
        doneBy: member.memberId,
        unread: false,
        snoozedUntil: null,
        snoozedBy: null,
      })
      .where(and(eq(replyThreads.id, threadId), ne(replyThreads.state, "done")));
    return { before: { was: stand, made: { ...stand, state: "done", snoozedUntil: null } } };
  });
}
