import type { Scope } from "@/db/access/with-team";
import type { GraphAnswer } from "./graph/graph-answer";
import { recheckMailbox } from "./recheck-mailbox";
import { reportRefusal } from "./report-refusal";

/**
 * After Graph refused something that is no single mail's fault: nothing is sent from the mailbox for a while. It is opened first where
 * the answer may mean that it is closed to us, or none; Exchange is known to say of a sound mailbox, at random, that there is none. What is refused to
 * reading alone stops no sending.
 * @returns until when; null when nothing is the matter with the mailbox.
 * @throws MailboxSignedOutError and other token errors of the mailbox.
 */
export async function pauseMailbox(scope: Scope, senderAccountId: string, answer: GraphAnswer, now: Date): Promise<Date | null> {
  const { verdict } = answer;
  if (verdict === "no licence" || verdict === "unread") return recheckMailbox(scope, senderAccountId, now);
  const until = verdict === "denied" || verdict === "refused" ? await recheckMailbox(scope, senderAccountId, now) : null;
  return until ?? reportRefusal(scope, senderAccountId, answer, now);
}
