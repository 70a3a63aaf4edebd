import { and, eq, isNull } from "drizzle-orm";
import { type Scope, type TeamTransaction, withTeam } from "@/db/access/with-team";
import { mailboxMessages } from "@/db/schema/replies";
import { replyThreads } from "@/db/schema/threads";
import { AssistantError } from "../../assistant/assistant-error";
import { type ProposedWish, proposeWish } from "../../assistant/propose-wish";
import { log } from "../../log/log";

/**
 * Has a model propose what an answer asks for or comes to, where its words told nothing: on the page of the contact, and as the label of the thread. It
 * never acts: a person decides. A model that is silent leaves the answer as it is, as without one.
 */
export async function proposeLabel(scope: Scope, messageId: string): Promise<void> {
  const [message] = await withTeam(scope, (tx) => tx.select().from(mailboxMessages).where(eq(mailboxMessages.id, messageId)));
  if (!message?.snippet || message.wish !== null || message.wishBy !== null) return;
  try {
    const proposed = await proposeWish({ subject: message.subject ?? "", text: message.snippet });
    if (proposed) await withTeam(scope, (tx) => keep(tx, message, proposed));
  } catch (error) {
    if (!(error instanceof AssistantError)) throw error;
    if (error.temporary) throw error;
    log.warn({ team: scope.teamId, reason: error.message }, "the model proposed no label");
  }
}

/** Whoever decided meanwhile, about the answer or its thread, is not asked again. */
async function keep(
  tx: TeamTransaction,
  { id, contactId, senderAccountId, receivedAt, createdAt }: typeof mailboxMessages.$inferSelect,
  { wish, sentence }: ProposedWish,
): Promise<void> {
  // By whose it is, which an index finds: nothing leads from a message to the thread of which it is the newest.
  const place = contactId && and(eq(replyThreads.contactId, contactId), eq(replyThreads.senderAccountId, senderAccountId));
  const [thread] = place
    ? await tx
        .select()
        .from(replyThreads)
        .where(and(place, eq(replyThreads.lastMessageId, id)))
        .for("no key update")
    : [];
  if (wish !== "interested" && wish !== "not interested") {
    const kept = await tx
      .update(mailboxMessages)
      .set({ wish, wishSentence: sentence, wishBy: "model" })
      .where(and(eq(mailboxMessages.id, id), isNull(mailboxMessages.wish), isNull(mailboxMessages.wishBy)))
      .returning({ id: mailboxMessages.id });
    if (kept.length === 0) return;
  }
  const label = wish === "remove" || wish === "left" ? null : wish;
  if (!label || !thread || thread.labelBy === "person") return;
  // Somebody took a label away since this came.
  if (thread.labelledAt && thread.labelledAt >= new Date(Math.max(receivedAt.getTime(), createdAt.getTime()))) return;
  await tx.update(replyThreads).set({ label, labelBy: "model" }).where(eq(replyThreads.id, thread.id));
}
