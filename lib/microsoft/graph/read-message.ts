import { GraphError, ResponseType } from "@microsoft/microsoft-graph-client";
import { oneLine } from "../../mail/one-line";
import { type Mailbox, readClient } from "./clients";

/** A received message with what it takes to know what it is and which mail of ours it belongs to. */
export type InboxMessage = {
  graphId: string;
  internetMessageId: string;
  conversationId: string | null;
  from: string | null;
  subject: string;
  /** The part that is not quoted, as plain text, shortened. */
  snippet: string;
  receivedAt: Date;
  headers: { name: string; value: string }[];
  /** MAPI message class, such as IPM.Note. */
  messageClass: string | null;
  odataType: string | null;
};

const messageClassProperty = "String 0x001A";
const fields =
  "internetMessageHeaders,internetMessageId,conversationId,from,sender,subject,uniqueBody,bodyPreview,receivedDateTime";
const snippetLength = 500;

/** Reads one message; null when it is gone meanwhile. @throws what Graph answers else. */
export async function readMessage(mailbox: Mailbox, graphId: string): Promise<InboxMessage | null> {
  try {
    const answer = (await readClient(mailbox)
      .api(`/me/messages/${encodeURIComponent(graphId)}`)
      .header("Prefer", 'outlook.body-content-type="text"')
      .query(`$select=${fields}&$expand=singleValueExtendedProperties($filter=id eq '${messageClassProperty}')`)
      .get()) as Record<string, unknown>;
    return messageOf(graphId, answer);
  } catch (error) {
    if (error instanceof GraphError && error.statusCode === 404) return null;
    throw error;
  }
}

/** The raw MIME text of a message; null when it is gone. Only read for delivery reports. */
export async function readMime(mailbox: Mailbox, graphId: string): Promise<string | null> {
  try {
    const text: unknown = await readClient(mailbox)
      .api(`/me/messages/${encodeURIComponent(graphId)}/$value`)
      .responseType(ResponseType.TEXT)
      .get();
    return typeof text === "string" ? text : null;
  } catch (error) {
    if (error instanceof GraphError && error.statusCode === 404) return null;
    throw error;
  }
}

type Answer = {
  internetMessageId?: string;
  conversationId?: string;
  subject?: string | null;
  bodyPreview?: string;
  receivedDateTime?: string;
  internetMessageHeaders?: { name: string; value: string }[];
  from?: { emailAddress?: { address?: string } };
  sender?: { emailAddress?: { address?: string } };
  uniqueBody?: { content?: string };
  singleValueExtendedProperties?: { id: string; value: string }[];
  "@odata.type"?: string;
};

function messageOf(graphId: string, raw: Record<string, unknown>): InboxMessage {
  const answer = raw as Answer;
  const received = new Date(answer.receivedDateTime ?? Number.NaN);
  return {
    graphId,
    internetMessageId: answer.internetMessageId ?? graphId,
    conversationId: answer.conversationId ?? null,
    from: answer.from?.emailAddress?.address ?? answer.sender?.emailAddress?.address ?? null,
    subject: oneLine(answer.subject ?? ""),
    snippet: oneLine(answer.uniqueBody?.content ?? answer.bodyPreview ?? "").slice(0, snippetLength),
    receivedAt: Number.isNaN(received.getTime()) ? new Date() : received,
    headers: answer.internetMessageHeaders ?? [],
    messageClass:
      answer.singleValueExtendedProperties?.find((one) => one.id.toLowerCase() === messageClassProperty.toLowerCase())?.value ??
      null,
    odataType: answer["@odata.type"] ?? null,
  };
}
