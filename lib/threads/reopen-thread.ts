import { and, eq, ne } from "drizzle-orm";
import { withTeam } from "@/db/access/with-team";
import { replyThreads } from "@/db/schema/threads";
import type { Member } from "../auth/member";
import { lockThread } from "./lock-thread";
import { refuseChanged } from "./refuse-changed";
import type { Before, Stand } from "./stand";

/**
 * Says that there is something to do in a thread again, whatever it was.
 * @param seen how it was shown: who changed it meanwhile was first.
 * @throws AppError "not_found", "conflict" with who was first.
 */
export function reopenThread(
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
      .set({ state: "open", snoozedUntil: null, snoozedBy: null, doneAt: null, doneBy: null })
      .where(and(eq(replyThreads.id, threadId), ne(replyThreads.state, "open")));
    return { before: { was: stand, made: { ...stand, state: "open", snoozedUntil: null } } };
  });
}
