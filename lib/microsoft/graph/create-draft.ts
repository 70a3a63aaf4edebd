import type { Message } from "@microsoft/microsoft-graph-types";
import type { ShownMail } from "../../mail/compare/shown-mail";
import { signedHeaders } from "../../mail/leaving/signed-headers";
import type { MailRequest } from "../../mail/mail-request";
import { type Mailbox, writeClient } from "./clients";
import { headerProperty, sendKeyHeader, sendKeyProperty } from "./send-key";
import { shownOf } from "./shown-of";

/** What is recorded of a draft in the mailbox; only a recorded id is ever sent. Microsoft promises no more than the first. */
export type GraphDraft = { graphId: string; internetMessageId: string | null; conversationId: string | null };
/** `shown`: how Exchange showed it when it was made; null where it did not say. */
export type MadeDraft = GraphDraft & { shown: ShownMail | null };

/** The fields of a request as Graph takes them, for a draft that is made and for one that is changed. */
export function messageOf(request: MailRequest, sendKey: string): Message {
  return {
    subject: request.subject,
    body: { contentType: "html", content: request.html },
    toRecipients: [{ emailAddress: { address: request.to.email, name: request.to.name } }],
    ccRecipients: [],
    bccRecipients: [],
    singleValueExtendedProperties: [
      { id: sendKeyProperty, value: sendKey },
      { id: sendKeyHeader, value: sendKey },
      ...signedHeaders(request).map(({ name, value }) => ({ id: headerProperty(name), value })),
    ],
  };
}

/** Creates a draft that starts a thread, with its key in the same call. @throws what Graph answers; see answerOf. */
export async function createDraft(mailbox: Mailbox, request: MailRequest, sendKey: string): Promise<MadeDraft> {
  const made = (await writeClient(mailbox).api("/me/messages").post(messageOf(request, sendKey))) as Message;
  return { ...draftOf(made), shown: shownOf(made) };
}

/** @throws Error when Graph's answer has no id. */
export function draftOf({ id, internetMessageId, conversationId }: Message): GraphDraft {
  if (!id) throw new Error("Graph answered a message without its id.");
  return { graphId: id, internetMessageId: internetMessageId ?? null, conversationId: conversationId ?? null };
}
