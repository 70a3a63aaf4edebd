import { AppError } from "../errors/app-error";
import { log } from "../log/log";
import { answerOf } from "../microsoft/graph/graph-answer";
import { isGraphError, isMailboxMissing, itemFault } from "../microsoft/graph/reading/reading-faults";
import { MailboxSignedOutError, OperatorError, TokenUnavailableError } from "../microsoft/tokens/errors";

/** Why a letter cannot be read, as a sentence that says what to do. What is our own fault comes back as it was. */
export function whyUnread(error: unknown, mailbox: string, senderAccountId: string): unknown {
  if (error instanceof AppError) return error;
  const reason = reasonOf(error, mailbox);
  if (!reason) return error;
  const code = isGraphError(error) ? (error as { code?: unknown }).code : (error as Error).name;
  log.warn({ senderAccountId, code }, "a letter could not be read");
  return new AppError(reason.isGone ? "not_found" : "unavailable", `${reason.words} This is what we kept of it.`);
}

type Reason = { words: string; isGone?: true };

function reasonOf(error: unknown, mailbox: string): Reason | null {
  if (error instanceof MailboxSignedOutError) return { words: `Reconnect ${mailbox} to read it.` };
  if (error instanceof TokenUnavailableError || error instanceof OperatorError)
    return { words: `Microsoft does not let us into ${mailbox} at the moment. Try again in a minute.` };
  if (itemFault(error)?.forEver) return { words: "Exchange cannot show it to us. Open it in Outlook." };
  if (!isGraphError(error)) return null;
  const { status, code } = answerOf(error);
  if (isMailboxMissing(code)) return { words: `${mailbox} is no mailbox in Exchange Online any more.` };
  if (status === 404) return { words: `It is no longer in ${mailbox}.`, isGone: true };
  if (status === 429) return { words: `Microsoft limits how often ${mailbox} is read. Try again in a minute.` };
  if (status === 401 || status === 403) return { words: `Microsoft does not let us read ${mailbox}. Reconnect it.` };
  return { words: `${mailbox} does not answer at the moment. Try again in a minute.` };
}
