import type * as Graph from "@microsoft/microsoft-graph-types";
import type { Request } from "../http";
import {
  type Address,
  conversationIndex,
  etag,
  folderId,
  type Header,
  type Message,
  outwardId,
  propertyOf,
  wantsImmutable,
} from "./message";

/** What Graph answers: Microsoft's own type with its annotations. */
export type Shown = Graph.Message & { "@odata.etag"?: string; "@odata.type"?: string };

/** What a request wants to see; property ids in Graph's own spelling. */
export type Options = { select?: string[]; properties?: string[]; attachments?: boolean };

/** Fields that only come when they are asked for. */
const onlyAsked = ["uniqueBody", "internetMessageHeaders"];

/** A message in Graph's shape. */
export function shape(message: Message, request: Request, options: Options = {}): Shown {
  const text = plainText(message.body);
  const wantsText = /outlook\.body-content-type="text"/i.test(String(request.headers.prefer ?? ""));
  const unique = text.split(/\s*(From:|-----Original Message-----|On .{5,80} wrote:)/)[0] ?? text;
  const all: Graph.Message = {
    createdDateTime: seconds(message.created_at),
    lastModifiedDateTime: seconds(message.changed_at),
    changeKey: etag(message).slice(3, -1),
    categories: [],
    receivedDateTime: seconds(message.received_at),
    sentDateTime: seconds(message.sent_at ?? message.created_at),
    hasAttachments: message.attachments.length > 0,
    internetMessageId: message.internet_message_id,
    subject: message.subject,
    bodyPreview: text.slice(0, 255),
    importance: "normal",
    parentFolderId: folderId(message.mailbox, message.folder),
    conversationId: message.conversation_id,
    conversationIndex: conversationIndex(message),
    isDeliveryReceiptRequested: message.is_draft ? false : null,
    isReadReceiptRequested: false,
    isRead: message.is_read,
    isDraft: message.is_draft,
    webLink: `https://outlook.office365.com/owa/?ItemID=${encodeURIComponent(message.id)}`,
    inferenceClassification: "focused",
    body: { contentType: wantsText || message.body_type === "text" ? "text" : "html", content: wantsText ? text : message.body },
    sender: message.sender,
    from: message.sender,
    toRecipients: message.recipients,
    ccRecipients: message.cc,
    bccRecipients: message.bcc,
    replyTo: message.reply_to,
    flag: { flagStatus: "notFlagged" },
    uniqueBody: { contentType: wantsText ? "text" : "html", content: unique },
    // On drafts and on sent copies there is nothing: they made no trip through transport.
    ...(message.folder === "drafts" || message.folder === "sentitems"
      ? {}
      : { internetMessageHeaders: transportHeaders(message) }),
    ...message.shown,
  };
  const { select, properties = [], attachments = false } = options;
  const wanted = Object.entries(all).filter(([name]) => (select ? isSelected(name, select) : !onlyAsked.includes(name)));
  const held = properties.flatMap((id) => {
    const value = propertyOf(message, id);
    return value === undefined ? [] : [{ id, value }];
  });
  return {
    "@odata.etag": etag(message),
    id: outwardId(message, wantsImmutable(request)),
    ...Object.fromEntries(wanted),
    ...(attachments ? { attachments: message.attachments } : {}),
    ...(held.length > 0 ? { singleValueExtendedProperties: held } : {}),
  };
}

/** What kind of message it is comes along unasked. */
const isSelected = (name: string, select: string[]) => select.includes(name) || name === "@odata.type";

/** Graph gives times of mail in whole seconds. */
const seconds = (at: Date) => `${at.toISOString().slice(0, 19)}Z`;

/** Lines stay lines, as Exchange gives them. */
function plainText(body: string): string {
  return body
    .replace(/<(style|head)[\s\S]*?<\/\1>/gi, "")
    .replace(/<(br|\/p|\/div|\/tr|\/li)\b[^>]*>/gi, "\n")
    .replace(/<[^>]*>/g, " ")
    .replace(/&nbsp;/g, " ")
    .replace(/&amp;/g, "&")
    .replace(/&gt;/g, ">")
    .replace(/[^\S\n]+/g, " ")
    .replace(/ ?(\n ?)+/g, (lines) => (lines.split("\n").length > 2 ? "\r\n\r\n" : "\r\n"))
    .trim();
}

/** As they stand on a received item; a sent copy has none of them, for it made no trip through transport. */
export function transportHeaders(message: Message): Header[] {
  const line = (list: Address[]) =>
    list.map((one) => `${one.emailAddress.name ?? ""} <${one.emailAddress.address}>`.trim()).join(", ");
  return [
    { name: "From", value: message.sender ? line([message.sender]) : "" },
    { name: "To", value: line(message.recipients) },
    { name: "Subject", value: message.subject },
    { name: "Date", value: (message.sent_at ?? message.created_at).toUTCString() },
    { name: "Message-ID", value: message.internet_message_id },
    ...(message.in_reply_to ? [{ name: "In-Reply-To", value: message.in_reply_to }] : []),
    ...(message.refs ? [{ name: "References", value: message.refs }] : []),
    ...message.headers,
  ];
}
