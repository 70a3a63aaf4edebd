import type { Scope } from "@/db/access/with-team";
import type { MailRequest } from "../../mail/mail-request";
import type { Mailbox } from "../../microsoft/graph/clients";
import { createDraft, type MadeDraft } from "../../microsoft/graph/create-draft";
import { createReplyDraft } from "../../microsoft/graph/create-reply-draft";
import { answerOf } from "../../microsoft/graph/graph-answer";
import { asAttempt } from "./as-attempt";
import { traceAnswered } from "./trace-answered";
import { awaitItem, type NoThread, traceThread } from "./trace-thread";

/**
 * Makes the draft of a mail: a follow-up in the thread of the mail before, an answer in the conversation of what it answers, and nowhere else.
 * @returns how the thread stands, where there is nothing to answer at this moment.
 * @throws what Graph answers.
 */
export async function makeDraft(
  scope: Scope,
  mailbox: Mailbox,
  request: MailRequest,
  sendKey: string,
  now: Date,
): Promise<MadeDraft | NoThread> {
  const { thread: before } = request;
  if (!before) return asAttempt(scope, sendKey, () => createDraft(mailbox, request, sendKey));
  let stuck: NoThread = { lost: true };
  // The id that was kept may lead nowhere any more: an item that is archived gets another.
  for (const anew of [false, true]) {
    const thread =
      "messageId" in before
        ? await traceAnswered(scope, before.messageId, mailbox, { anew })
        : await traceThread(scope, before.deliveryId, mailbox, now, { anew });
    if (!("itemId" in thread)) return thread;
    try {
      return await asAttempt(scope, sendKey, (settled) => createReplyDraft(mailbox, request, sendKey, thread.itemId, settled));
    } catch (error) {
      if (answerOf(error).verdict !== "missing") throw error;
      stuck = awaitItem(thread.before, now);
    }
  }
  return stuck;
}
