import { and, desc, eq, isNull, lte, or } from "drizzle-orm";
import type { Scope, TeamTransaction } from "@/db/access/with-team";
import { mailboxMessages } from "@/db/schema/replies";
import { sentEmails } from "@/db/schema/sending";
import { AppError } from "../../errors/app-error";
import { noteMessage } from "../../threads/note-message";
import { endAnswered } from "../answered/end-answered";
import { endEverywhere } from "../end-contact";
import type { Holdable } from "./lock-holdable";

/** What an answer of somebody does that is no matter of campaigns. */
export type AnsweredToo = (
  tx: TeamTransaction,
  message: Pick<typeof mailboxMessages.$inferSelect, "contactId" | "fromEmail">,
) => Promise<void>;

/** A person read the answer and says that somebody wrote it: it counts and ends as any answer, from when it came. */
export async function endAsReply(
  tx: TeamTransaction,
  scope: Scope,
  rows: Holdable[],
  now: Date,
  answeredToo?: AnsweredToo,
): Promise<void> {
  const message = await heldBy(tx, rows);
  const { contactId, campaignContactId } = message;
  if (!contactId) throw new AppError("conflict", "It is not known whose answer this is.");
  await tx.update(mailboxMessages).set({ kind: "reply" }).where(eq(mailboxMessages.id, message.id));
  const own = rows.find((row) => row.campaignContactId === campaignContactId);
  const [sent] = campaignContactId
    ? await tx
        .select({ id: sentEmails.id, campaignId: sentEmails.campaignId })
        .from(sentEmails)
        .where(and(eq(sentEmails.campaignContactId, campaignContactId), lte(sentEmails.sentAt, message.receivedAt)))
        .orderBy(desc(sentEmails.sentAt))
        .limit(1)
    : [];
  const campaignId = own?.campaignId ?? sent?.campaignId ?? null;
  const answer = { message, contactId, campaignId, campaignContactId, sentEmailId: sent?.id ?? null };
  await endAnswered(tx, scope, answer, "replied", now);
  await answeredToo?.(tx, message);
  await noteMessage(tx, { ...message, kind: "reply" }, contactId);
}

/** They no longer work there, says a person: every campaign ends, and the answer is labelled so unless it asked for something else. */
export async function endAsLeft(tx: TeamTransaction, scope: Scope, rows: Holdable[], now: Date): Promise<void> {
  const [row] = rows;
  if (!row) return;
  const id = rows.find(({ hold }) => hold?.messageId)?.hold?.messageId;
  if (id) {
    await tx
      .update(mailboxMessages)
      .set({ wish: "left", wishBy: "person" })
      .where(and(eq(mailboxMessages.id, id), or(isNull(mailboxMessages.wish), eq(mailboxMessages.wish, "left"))));
  }
  await endEverywhere(tx, scope, row.contactId, "left the company", now);
}

async function heldBy(tx: TeamTransaction, rows: Holdable[]) {
  const id = rows.find(({ hold }) => hold?.messageId)?.hold?.messageId;
  const [message] = id ? await tx.select().from(mailboxMessages).where(eq(mailboxMessages.id, id)) : [];
  if (message?.kind !== "automatic") throw new AppError("conflict", "The hold was read from no automatic answer.");
  return message;
}
