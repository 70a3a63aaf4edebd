import { eq, sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import { type Scope, type TeamTransaction, withTeam } from "@/db/access/with-team";
import { replyThreads } from "@/db/schema/threads";
import type { LabelSource, ThreadLabel, WishWord } from "@/db/schema/words";
import { recordActivity } from "../../events/record-activity";
import { lockThread } from "../../threads/lock-thread";

/** What a label stood in the place of, and when that was given: what taking it back needs. Instants are ISO texts. */
export type LabelBefore = {
  /** When the label was given that is taken back: it is the one that stands there as long as nobody gave another. */
  at: string;
  label: ThreadLabel | null;
  by: LabelSource | null;
  labelledBy: string | null;
  labelledAt: string | null;
  laterOn: string | null;
  wishes: { messageId: string; wish: WishWord; by: "words" | "model" }[];
};

/**
 * A person says what the answers of a thread come to; null takes the label away. Of two at once the last one counts. What was proposed for the answers is
 * decided by it. It mails nobody and ends nothing. @throws AppError "not_found".
 */
export async function labelThread(
  scope: Scope,
  { threadId, label, laterOn }: { threadId: string; label: ThreadLabel | null; laterOn: string | null },
  now: Date,
): Promise<{ before: LabelBefore }> {
  return withTeam(scope, async (tx) => {
    const { row: was } = await lockThread(tx, threadId);
    const { contactId, senderAccountId } = was;
    const wishes = await decideProposed(tx, { contactId, senderAccountId, label });
    await tx
      .update(replyThreads)
      .set({
        label,
        labelBy: label && "person",
        labelledBy: scope.memberId,
        labelledAt: now,
        laterOn: label === "later" ? laterOn : null,
      })
      .where(eq(replyThreads.id, threadId));
    if (label !== was.label || was.labelBy !== "person")
      await recordActivity(tx, scope, { verb: "labelled a thread", contactId, detail: { threadId, label }, at: now });
    const before = {
      at: now.toISOString(),
      label: was.label,
      by: was.labelBy,
      labelledBy: was.labelledBy,
      labelledAt: was.labelledAt?.toISOString() ?? null,
      laterOn: was.laterOn,
      wishes,
    };
    return { before };
  });
}

/** What is proposed on the page of the contact for these answers is decided with the label. @returns it as it was. */
function decideProposed(
  tx: TeamTransaction,
  { contactId, senderAccountId, label }: { contactId: string; senderAccountId: string; label: ThreadLabel | null },
): Promise<LabelBefore["wishes"]> {
  const wish = label === "later" || label === "wrong person" ? label : null;
  return readRows<LabelBefore["wishes"][number]>(
    tx,
    sql`with proposed as (
          select n.id, n.wish, n.wish_by from mailbox_messages n where n.contact_id = ${contactId} and n.sender_account_id = ${senderAccountId}
            and n.wish in ('later', 'wrong person') and n.wish_by in ('words', 'model') order by n.id for no key update
        ), decided as (
          update mailbox_messages n set wish = ${wish}, wish_by = 'person' from proposed p where n.id = p.id
        ) select id as "messageId", wish, wish_by as by from proposed order by id`,
  );
}
