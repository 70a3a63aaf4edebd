import { and, eq, inArray } from "drizzle-orm";
import type { Scope, TeamTransaction } from "@/db/access/with-team";
import { replyThreads } from "@/db/schema/threads";
import type { WishWord } from "@/db/schema/words";
import { recordActivity } from "../../events/record-activity";

type Decided = { contactId: string; senderAccountId: string; wish: WishWord | null };

/**
 * What a person says of an answer on the page of the contact is said of its thread, too: a label is kept there, and one that was only proposed goes with
 * its proposal. What somebody labelled otherwise by then goes with this word, which is the last one.
 */
export async function labelByWish(tx: TeamTransaction, scope: Scope, decided: Decided, now: Date): Promise<void> {
  const { contactId, senderAccountId, wish } = decided;
  const label = wish === "later" || wish === "wrong person" ? wish : null;
  const [thread] = await tx
    .update(replyThreads)
    .set({ label, labelBy: label && "person", labelledBy: scope.memberId, labelledAt: now, laterOn: null })
    .where(
      and(
        eq(replyThreads.contactId, contactId),
        eq(replyThreads.senderAccountId, senderAccountId),
        ...(label
          ? []
          : [inArray(replyThreads.labelBy, ["words", "model"]), inArray(replyThreads.label, ["later", "wrong person"])]),
      ),
    )
    .returning({ id: replyThreads.id });
  if (thread)
    await recordActivity(tx, scope, { verb: "labelled a thread", contactId, detail: { threadId: thread.id, label }, at: now });
}
