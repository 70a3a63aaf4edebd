import { eq } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { singleMails } from "@/db/schema/letters";
import { lockDraft } from "../../drafts/lock-draft";
import { backToDraft } from "../../drafts/take-back-signature";

/**
 * An answer to a message that was deleted cannot join its conversation: it is a draft in its thread again and says so. Signed anew it leaves as a mail of its
 * own, which is for whoever signs it to decide.
 */
export function returnAnswer(scope: Scope, draftId: string, now: Date): Promise<void> {
  const cause = "Thread cannot be joined: their message was deleted from the mailbox. Sent again, it leaves as a mail of its own";
  return withTeam({ ...scope, memberId: null }, async (tx) => {
    const { draft } = await lockDraft(tx, draftId);
    await backToDraft(tx, { ...scope, memberId: null }, draft, cause, now);
    await tx.update(singleMails).set({ newThread: true }).where(eq(singleMails.draftId, draftId));
  });
}
