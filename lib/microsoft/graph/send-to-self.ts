import type { Mailbox } from "./clients";
import { findByKey } from "./find-message";
import type { GraphAnswer } from "./graph-answer";
import { sendToOne } from "./send-to-one";

/** Sends one mail from a mailbox to itself. @param key of this mail alone. @throws what Graph answers to its draft. */
export async function sendToSelf(mailbox: Mailbox, own: string, key: string): Promise<GraphAnswer> {
  const subject = "Countersign can send from here";
  const content = "You asked for this one mail when you connected the mailbox. You can delete it.";
  return sendToOne(mailbox, { to: own, subject, contentType: "text", content }, key);
}

/** Whether it lies among what came in. The look-up lags. */
export async function hasCome(mailbox: Mailbox, key: string): Promise<boolean> {
  return (await findByKey(mailbox, key, "/me/mailFolders('inbox')/messages")).length > 0;
}
