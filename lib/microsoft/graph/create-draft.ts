import type { MailRequest } from "../../mail/mail-request";
import { type Mailbox, writeClient } from "./clients";
import { headerProperty, listUnsubscribeProperty, sendKeyHeader, sendKeyProperty } from "./send-key";

/** What is recorded of a draft in the mailbox; only a recorded id is ever sent. */
export type GraphDraft = { graphId: string; internetMessageId: string; conversationId: string };

/** The fields of a request as Graph takes them. */
export function messageOf(request: MailRequest, sendKey: string) {
  return {
    subject: request.subject,
    body: { contentType: "HTML", content: request.html },
    toRecipients: [{ emailAddress: { address: request.to.email, name: request.to.name } }],
    ccRecipients: [],
    bccRecipients: [],
    internetMessageHeaders: [{ name: sendKeyHeader, value: sendKey }],
    singleValueExtendedProperties: [{ id: sendKeyProperty, value: sendKey }, ...signedHeaders(request)],
  };
}

/** The headers a mail was signed with; in version 1 there was one, and it was made here. */
function signedHeaders(request: MailRequest): { id: string; value: string }[] {
  if (request.version === 1) return [{ id: listUnsubscribeProperty, value: `<${request.unsubscribeUrl}>` }];
  return request.headers.map(({ name, value }) => ({ id: headerProperty(name), value }));
}

/** Creates a draft that starts a thread, with its key in the same call. @throws what Graph answers; see answerOf. */
export async function createDraft(mailbox: Mailbox, request: MailRequest, sendKey: string): Promise<GraphDraft> {
  const made: unknown = await writeClient(mailbox).api("/me/messages").post(messageOf(request, sendKey));
  return draftOf(made);
}

/** @throws Error when Graph's answer lacks one of the three ids. */
export function draftOf(message: unknown): GraphDraft {
  const { id, internetMessageId, conversationId } = message as Record<string, unknown>;
  if (typeof id !== "string" || typeof internetMessageId !== "string" || typeof conversationId !== "string") {
    throw new Error("Graph answered a draft without its ids.");
  }
  return { graphId: id, internetMessageId, conversationId };
}
