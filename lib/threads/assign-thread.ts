import { and, eq, ne } from "drizzle-orm";
import { withTeam } from "@/db/access/with-team";
import { members } from "@/db/schema/teams";
import { replyThreads } from "@/db/schema/threads";
import type { Member } from "../auth/member";
import { AppError } from "../errors/app-error";
import { recordActivity } from "../events/record-activity";
import { lockThread } from "./lock-thread";
import { refuseChanged } from "./refuse-changed";
import type { Before, Stand } from "./stand";

/**
 * Gives a thread to somebody of the team, or to nobody. Where it stands does not change.
 * @param seen how it was shown: who assigned it meanwhile was first.
 * @throws AppError "not_found" also where there is no such person, "conflict" with who was first.
 */
export function assignThread(
  member: Member,
  threadId: string,
  to: string | null,
  now: Date,
  seen: Stand | null = null,
): Promise<{ before: Before }> {
  return withTeam(member, async (tx) => {
    const locked = await lockThread(tx, threadId);
    const { row, stand } = locked;
    if (seen) await refuseChanged(tx, member, locked, seen, "assignment", now);
    if (to) {
      const works = and(eq(members.id, to), eq(members.status, "active"), ne(members.role, "viewer"));
      const [person] = await tx.select({ id: members.id }).from(members).where(works);
      if (!person) throw new AppError("not_found", "There is nobody like that in your team who answers. Nothing was changed.");
    }
    if (stand.assignedTo !== to) {
      await tx
        .update(replyThreads)
        .set({ assignedTo: to, assignedBy: member.memberId, assignedAt: now })
        .where(eq(replyThreads.id, threadId));
      await recordActivity(tx, member, {
        verb: "assigned a thread",
        contactId: row.contactId,
        at: now,
        detail: { threadId, to },
      });
    }
    return { before: { was: stand, made: { ...stand, assignedTo: to } } };
  });
}
