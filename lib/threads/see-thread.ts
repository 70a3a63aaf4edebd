import { and, eq, isNull, or } from "drizzle-orm";
import { withTeam } from "@/db/access/with-team";
import { emailReplies } from "@/db/schema/replies";
import { replyThreads } from "@/db/schema/threads";
import type { Member } from "../auth/member";
import { findThread } from "./find-thread";

/**
 * Says that somebody has a thread before their eyes: it is unread no longer, and what they wrote there counts as read before an answer is signed.
 * What they wrote to another mailbox of ours is another thread. @throws AppError "not_found".
 */
export function seeThread(member: Member, threadId: string, now: Date): Promise<void> {
  return withTeam(member, async (tx) => {
    const thread = await findThread(tx, threadId);
    // A row that would not change is left alone: each change tells every page of the team to read itself anew.
    await tx
      .update(replyThreads)
      .set({ unread: false })
      .where(and(eq(replyThreads.id, threadId), eq(replyThreads.unread, true)));
    await tx
      .update(emailReplies)
      .set({ seenAt: now, seenBy: member.memberId })
      .where(
        and(
          eq(emailReplies.contactId, thread.contactId),
          or(eq(emailReplies.senderAccountId, thread.senderAccountId), isNull(emailReplies.senderAccountId)),
          isNull(emailReplies.seenAt),
        ),
      );
  });
}
