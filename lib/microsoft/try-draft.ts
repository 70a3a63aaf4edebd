import type { Scope } from "@/db/access/with-team";
import type { Mailbox } from "./graph/clients";
import { answerOf } from "./graph/graph-answer";
import { layProbe, takeOutProbe } from "./graph/probe-draft";
import { recheckMailbox } from "./recheck-mailbox";
import { reportRefusal } from "./report-refusal";

const busyMs = 60_000;

/**
 * Tells a mailbox that takes no drafts from a mail that it does not take: opens it and lays a draft of our own in. What is answered then is
 * about the mailbox, whatever its code.
 * @returns until when nothing is sent from it, or nothing is known; null where it takes drafts.
 * @throws MailboxSignedOutError and other token errors of the mailbox.
 */
export async function tryDraft(
  scope: Scope,
  account: { id: string; email: string },
  mailbox: Mailbox,
  now: Date,
): Promise<Date | null> {
  const closed = await recheckMailbox(scope, account.id, now);
  if (closed) return closed;
  let laid: string;
  try {
    laid = await layProbe(mailbox, account.email);
  } catch (error) {
    const answer = answerOf(error);
    if (answer.verdict === "signed out") throw error;
    return (await reportRefusal(scope, account.id, answer, now)) ?? new Date(now.getTime() + busyMs);
  }
  // It was laid in, which is all that was asked; where it stays, the next test takes it out.
  await takeOutProbe(mailbox, laid).catch(() => {});
  return null;
}
