import type { Message } from "@microsoft/microsoft-graph-types";
import { type Mailbox, writeClient } from "./clients";
import { draftOf } from "./create-draft";
import { deleteDraft } from "./delete-draft";
import type { GraphAnswer } from "./graph-answer";
import { headerProperty, sendKeyHeader, sendKeyProperty } from "./send-key";
import { sendMessage } from "./send-message";

/** A mail of our own to one of us; nobody signs it. */
export type OwnMail = { to: string; subject: string; contentType: "text" | "html"; content: string };

/** Sends one mail to one of us. No mailbox answers it by itself. @param key of this mail alone. @throws what Graph answers to its draft. */
export async function sendToOne(mailbox: Mailbox, mail: OwnMail, key: string): Promise<GraphAnswer> {
  const { to, subject, contentType, content } = mail;
  const made = (await writeClient(mailbox)
    .api("/me/messages")
    .post({
      subject,
      body: { contentType, content },
      toRecipients: [{ emailAddress: { address: to } }],
      singleValueExtendedProperties: [
        ...[sendKeyProperty, sendKeyHeader].map((id) => ({ id, value: key })),
        { id: headerProperty("X-Auto-Response-Suppress"), value: "All" },
      ],
    })) as Message;
  const { graphId } = draftOf(made);
  const answer = await sendMessage(mailbox, graphId);
  // What was refused outright is not to lie there, one click from leaving.
  if (answer.verdict !== "done" && answer.verdict !== "later") await deleteDraft(mailbox, graphId).catch(() => {});
  return answer;
}
