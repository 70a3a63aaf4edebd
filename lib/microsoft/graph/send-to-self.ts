import type { Message } from "@microsoft/microsoft-graph-types";
import { type Mailbox, writeClient } from "./clients";
import { draftOf } from "./create-draft";
import { deleteDraft } from "./delete-draft";
import { findByKey } from "./find-message";
import type { GraphAnswer } from "./graph-answer";
import { sendKeyHeader, sendKeyProperty } from "./send-key";
import { sendMessage } from "./send-message";

/** Sends one mail from a mailbox to itself. @param key of this mail alone. @throws what Graph answers to its draft. */
export async function sendToSelf(mailbox: Mailbox, own: string, key: string): Promise<GraphAnswer> {
  const made = (await writeClient(mailbox)
    .api("/me/messages")
    .post({
      subject: "Countersign can send from here",
      body: { contentType: "text", content: "You asked for this one mail when you connected the mailbox. You can delete it." },
      toRecipients: [{ emailAddress: { address: own } }],
      singleValueExtendedProperties: [sendKeyProperty, sendKeyHeader].map((id) => ({ id, value: key })),
    })) as Message;
  const { graphId } = draftOf(made);
  const answer = await sendMessage(mailbox, graphId);
  // What was refused outright is not to lie there, one click from leaving.
  if (answer.verdict !== "done" && answer.verdict !== "later") await deleteDraft(mailbox, graphId).catch(() => {});
  return answer;
}

/** Whether it lies among what came in. The look-up lags. */
export async function hasCome(mailbox: Mailbox, key: string): Promise<boolean> {
  return (await findByKey(mailbox, key, "/me/mailFolders('inbox')/messages")).length > 0;
}
