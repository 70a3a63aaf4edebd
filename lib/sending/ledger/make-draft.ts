import type { Scope } from "@/db/access/with-team";
import type { MailRequest } from "../../mail/mail-request";
import type { Mailbox } from "../../microsoft/graph/clients";
import { createDraft, type MadeDraft } from "../../microsoft/graph/create-draft";
import { createReplyDraft } from "../../microsoft/graph/create-reply-draft";
import { answerOf } from "../../microsoft/graph/graph-answer";
import { awaitItem, type NoThread, traceThread } from "./trace-thread";

/**
 * Makes the draft of a mail, a follow-up in the thread of the mail before and nowhere else.
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
  if (!request.thread) return createDraft(mailbox, request, sendKey);
  let stuck: NoThread = { lost: true };
  // The id that was kept may lead nowhere any more: an item that is archived gets another.
  for (const anew of [false, true]) {
    const thread = await traceThread(scope, request.thread.deliveryId, mailbox, now, { anew });
    if (!("sentGraphId" in thread)) return thread;
    try {
      return await createReplyDraft(mailbox, request, sendKey, thread.sentGraphId);
    } catch (error) {
      if (answerOf(error).verdict !== "missing") throw error;
      stuck = awaitItem(thread.before, now);
    }
  }
  return stuck;
}
