import { GraphError } from "@microsoft/microsoft-graph-client";
import type { ItemBody, Message } from "@microsoft/microsoft-graph-types";
import { messageIdOf } from "../../../mail/message-ids";
import { oneLine } from "../../../mail/one-line";
import { cut, sound } from "../../../mail/text/sound-text";
import { textOfHtml } from "../../../mail/text-of-html";
import { type Mailbox, readClient } from "../clients";
import { isSameProperty } from "../is-same-property";
import { readLimited } from "./read-limited";
import { isMailboxMissing, itemFault } from "./reading-faults";

/** A received message with what it takes to know what it is and which mail of ours it belongs to. */
export type InboxMessage = {
  graphId: string;
  internetMessageId: string;
  conversationId: string | null;
  from: string | null;
  /** Who really wrote, where somebody writes for another. */
  sender: string | null;
  subject: string;
  /** The part that is not quoted, as plain text, or the whole where Exchange does not tell them apart; empty where it cannot show it. */
  text: string;
  /** The whole with its quotes. */
  body: string;
  isUnique: boolean;
  /** Its beginning on one line. */
  snippet: string;
  receivedAt: Date | null;
  headers: { name: string; value: string }[];
  /** MAPI message class, such as IPM.Note. */
  messageClass: string | null;
  odataType: string | null;
};

const messageClassProperty = "String 0x001A";
const envelope = "internetMessageHeaders,internetMessageId,conversationId,from,sender,subject,receivedDateTime";
const snippetLength = 500;
const subjectLength = 2_000;
/** A report's words for machines stand far down, but not farther. */
const textLength = 20_000;
/** Headers alone can be hundreds of kilobytes; a longer answer is asked for again without its body. */
const messageBytes = 2_000_000;
const mimeBytes = 300_000;

/**
 * Reads one message; null when it is gone meanwhile. Where its body cannot be shown or is endless, the rest is read without it, because
 * sender and headers say what matters.
 * @throws what Graph answers else.
 */
export async function readMessage(mailbox: Mailbox, graphId: string): Promise<InboxMessage | null> {
  try {
    return await read(mailbox, graphId, `${envelope},body,uniqueBody,bodyPreview`);
  } catch (error) {
    if (!itemFault(error)) throw error;
    return read(mailbox, graphId, envelope);
  }
}

/** The raw MIME text of a message, the beginning of it; null when it is gone. Only read for delivery reports. */
export async function readMime(mailbox: Mailbox, graphId: string): Promise<string | null> {
  return unlessGone(async () => (await readLimited(request(mailbox, graphId, "/$value"), mimeBytes)).text);
}

function read(mailbox: Mailbox, graphId: string, fields: string): Promise<InboxMessage | null> {
  return unlessGone(async () => {
    const call = request(mailbox, graphId)
      .header("Prefer", 'outlook.body-content-type="text"')
      .query(`$select=${fields}&$expand=singleValueExtendedProperties($filter=id eq '${messageClassProperty}')`);
    const { text } = await readLimited(call, messageBytes);
    return messageOf(graphId, JSON.parse(text) as Answer);
  });
}

const request = (mailbox: Mailbox, graphId: string, more = "") =>
  readClient(mailbox).api(`/me/messages/${encodeURIComponent(graphId)}${more}`);

async function unlessGone<T>(fn: () => Promise<T>): Promise<T | null> {
  try {
    return await fn();
  } catch (error) {
    const gone = error instanceof GraphError && error.statusCode === 404 && !isMailboxMissing(error.code);
    if (gone) return null;
    throw error;
  }
}

type Answer = Message & { "@odata.type"?: string };

function messageOf(graphId: string, answer: Answer): InboxMessage {
  const received = new Date(answer.receivedDateTime ?? Number.NaN);
  const unique = wordsOf(answer.uniqueBody);
  const body = wordsOf(answer.body) || (answer.bodyPreview ?? "");
  const text = unique ?? body;
  const sender = answer.sender?.emailAddress?.address ?? null;
  return {
    graphId,
    internetMessageId: messageIdOf(answer.internetMessageId) ?? graphId,
    conversationId: sound(answer.conversationId) || null,
    from: sound(answer.from?.emailAddress?.address ?? sender) || null,
    sender: sound(sender) || null,
    subject: cut(oneLine(sound(answer.subject)), subjectLength),
    text: sound(cut(text, textLength)),
    body: sound(cut(body, textLength)),
    isUnique: unique !== null,
    snippet: cut(oneLine(sound(cut(text, textLength))), snippetLength),
    receivedAt: Number.isNaN(received.getTime()) ? null : received,
    headers: (answer.internetMessageHeaders ?? []).flatMap(({ name, value }) =>
      name ? [{ name: sound(name), value: sound(value) }] : [],
    ),
    messageClass:
      answer.singleValueExtendedProperties?.find((one) => isSameProperty(one.id, messageClassProperty))?.value ?? null,
    odataType: answer["@odata.type"] ?? null,
  };
}

/** Plain text is asked for; a text that cannot be turned into it comes as HTML all the same. */
function wordsOf(body: ItemBody | null | undefined): string | null {
  if (!body?.content) return null;
  return body.contentType === "html" ? textOfHtml(body.content) : body.content;
}
