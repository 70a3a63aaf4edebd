import { and, eq, sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import { type Scope, type TeamTransaction, withTeam } from "@/db/access/with-team";
import { mailboxMessages } from "@/db/schema/replies";
import { replyThreads } from "@/db/schema/threads";
import { AppError } from "../../errors/app-error";
import { recordActivity } from "../../events/record-activity";
import { lockThread } from "../../threads/lock-thread";
import type { LabelBefore } from "./label-thread";

/** Gives a thread the label that it had, and what was proposed for its answers. @throws AppError "not_found", "conflict" where somebody labelled it since. */
export async function restoreLabel(
  scope: Scope,
  { threadId, before }: { threadId: string; before: LabelBefore },
  now: Date,
): Promise<void> {
  await withTeam(scope, async (tx) => {
    const { row: thread } = await lockThread(tx, threadId);
    if (thread.labelledAt?.toISOString() !== before.at)
      throw new AppError("conflict", `${await nameOf(tx, thread.labelledBy)} labelled it since, so nothing is taken back.`);
    const { contactId, senderAccountId } = thread;
    const { label, by, labelledAt, laterOn } = before;
    await tx
      .update(replyThreads)
      .set({
        label,
        labelBy: label && by,
        labelledBy: sql`(select m.id from members m where m.id = ${before.labelledBy}::uuid)`,
        labelledAt: labelledAt === null ? null : new Date(labelledAt),
        laterOn: label === "later" ? laterOn : null,
      })
      .where(eq(replyThreads.id, threadId));
    for (const { messageId, wish, by: wishBy } of before.wishes) {
      await tx
        .update(mailboxMessages)
        .set({ wish, wishBy })
        .where(
          and(
            eq(mailboxMessages.id, messageId),
            eq(mailboxMessages.contactId, contactId),
            eq(mailboxMessages.senderAccountId, senderAccountId),
            eq(mailboxMessages.wishBy, "person"),
          ),
        );
    }
    if (label !== thread.label)
      await recordActivity(tx, scope, { verb: "labelled a thread", contactId, detail: { threadId, label }, at: now });
  });
}

async function nameOf(tx: TeamTransaction, memberId: string | null): Promise<string> {
  const [member] = await readRows<{ name: string }>(tx, sql`select name from members where id = ${memberId}::uuid`);
  return member?.name ?? "Somebody";
}
