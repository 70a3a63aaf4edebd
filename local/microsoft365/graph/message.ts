import { randomBytes, randomUUID } from "node:crypto";
import type { Request } from "../http";
import { sql } from "../store";

export type Address = { emailAddress: { address: string; name?: string } };
export type Message = {
  /** Handed over and not moved yet; only where one message is read. */
  submitted?: boolean;
  id: string;
  mailbox: string;
  folder: string;
  moves: number;
  internet_message_id: string;
  conversation_id: string;
  subject: string;
  body_type: string;
  body: string;
  sender: Address | null;
  recipients: Address[];
  cc: Address[];
  bcc: Address[];
  reply_to: Address[];
  headers: { name: string; value: string }[];
  properties: Record<string, string>;
  message_class: string;
  is_draft: boolean;
  is_read: boolean;
  in_reply_to: string | null;
  refs: string | null;
  raw: string | null;
  version: number;
  properties_at: Date;
  settles_at: Date | null;
  created_at: Date;
  received_at: Date;
  sent_at: Date | null;
  moved_at: Date | null;
  deleted_at: Date | null;
};

/** A message as a caller writes it. */
export type Given = {
  subject?: string;
  body?: { contentType?: string; content?: string };
  toRecipients?: Address[];
  ccRecipients?: Address[];
  bccRecipients?: Address[];
  replyTo?: Address[];
  isRead?: boolean;
  inReplyTo?: string;
  references?: string;
  internetMessageHeaders?: { name: string; value: string }[];
  singleValueExtendedProperties?: { id: string; value: string }[];
};

export const folders = ["inbox", "drafts", "sentitems", "deleteditems", "junkemail", "archive", "outbox"];

export const newId = () => `AAkALgAAAAAAHYQDEapmEc2byACq${randomBytes(18).toString("base64url")}AAA=`;
export const newMessageId = (mailbox: string) => `<${randomUUID().replace(/-/g, "").toUpperCase()}@${mailbox.split("@")[1]}>`;
export const newConversation = () => `AAQkA${randomBytes(20).toString("base64url")}=`;

export function wantsImmutable(request: Request): boolean {
  return /IdType\s*=\s*"?ImmutableId"?/i.test(String(request.headers.prefer ?? ""));
}

/** Ordinary ids change when an item moves; immutable ones do not. */
export function outwardId(message: Message, immutable: boolean): string {
  return immutable ? message.id : `AAMkAGI${Buffer.from(`${message.moves}:${message.id}`).toString("base64url")}`;
}

/** The item an id names now; null when the id is of before a move, or the item is gone. */
export async function findMessage(mailbox: string, outward: string): Promise<Message | null> {
  let id = outward;
  let moves: number | null = null;
  if (outward.startsWith("AAMkAGI")) {
    const [count, ...rest] = Buffer.from(outward.slice(7), "base64url").toString().split(":");
    moves = Number(count);
    id = rest.join(":");
  }
  const [row] = await sql<
    Message[]
  >`select m.*, exists (select 1 from jobs j where j.message = m.id and j.kind = 'send') as submitted from messages m where id = ${id} and mailbox = ${mailbox} and deleted_at is null`;
  return row && (moves === null || moves === row.moves) ? row : null;
}

export function etag(message: Message): string {
  return `W/"${Buffer.from(`${message.id.slice(-12)}:${message.version}`).toString("base64")}"`;
}

/** What Exchange makes of the HTML it is given. */
export function rewritten(type: string, content: string): string {
  if (type.toLowerCase() !== "html") return content;
  const quoted = content
    .replace(/(<[a-z][^<>]*?\s[a-z-]+)='([^'"]*)'/gi, '$1="$2"')
    .replace(/<(\/?)([A-Z][A-Z0-9]*)/g, (_, slash: string, name: string) => `<${slash}${name.toLowerCase()}`);
  if (/<meta http-equiv="Content-Type"/i.test(quoted)) return quoted;
  const meta = '<meta http-equiv="Content-Type" content="text/html; charset=utf-8">';
  if (/<head[^>]*>/i.test(quoted)) return quoted.replace(/<head[^>]*>/i, (head) => `${head}\r\n${meta}`);
  if (/<html[^>]*>/i.test(quoted)) return quoted.replace(/<html[^>]*>/i, (html) => `${html}<head>\r\n${meta}</head>`);
  return `<html><head>\r\n<meta http-equiv="Content-Type" content="text/html; charset=utf-8"></head><body>${quoted.replace(/<br\s*\/?>/gi, "<br>\r\n")}</body></html>`;
}

/** Notes a change for delta readers of a folder. */
export async function noteChange(mailbox: string, folder: string, id: string, removed = false) {
  await sql`insert into changes (mailbox, folder, id, removed) values (${mailbox}, ${folder}, ${id}, ${removed})`;
}

/** A message in Graph's shape; `select` names the fields, headers and properties come only when asked for. */
export function shape(message: Message, request: Request, options: { select?: string[]; properties?: string[] } = {}) {
  const text = message.body
    .replace(/<(style|head)[\s\S]*?<\/\1>/gi, "")
    .replace(/<[^>]*>/g, " ")
    .replace(/&nbsp;/g, " ")
    .replace(/&amp;/g, "&")
    .replace(/\s+/g, " ")
    .trim();
  const wantsText = /outlook\.body-content-type="text"/i.test(String(request.headers.prefer ?? ""));
  const all: Record<string, unknown> = {
    createdDateTime: message.created_at.toISOString(),
    lastModifiedDateTime: (message.moved_at ?? message.created_at).toISOString(),
    changeKey: etag(message).slice(3, -1),
    receivedDateTime: message.received_at.toISOString(),
    sentDateTime: (message.sent_at ?? message.created_at).toISOString(),
    hasAttachments: false,
    internetMessageId: message.internet_message_id,
    subject: message.subject,
    bodyPreview: text.slice(0, 255),
    importance: "normal",
    parentFolderId: folderId(message.mailbox, message.folder),
    conversationId: message.conversation_id,
    isRead: message.is_read,
    isDraft: message.is_draft,
    webLink: `https://outlook.office365.com/owa/?ItemID=${encodeURIComponent(message.id)}`,
    body: wantsText ? { contentType: "text", content: text } : { contentType: message.body_type, content: message.body },
    sender: message.sender,
    from: message.sender,
    toRecipients: message.recipients,
    ccRecipients: message.cc,
    bccRecipients: message.bcc,
    replyTo: message.reply_to,
  };
  const unique = text.split(/\s*(From:|-----Original Message-----|On .{5,80} wrote:)/)[0] ?? text;
  if (options.select?.includes("uniqueBody")) all.uniqueBody = { contentType: wantsText ? "text" : "html", content: unique };
  // On drafts and on sent copies there is nothing: they made no trip through transport.
  if (options.select?.includes("internetMessageHeaders") && message.folder !== "drafts" && message.folder !== "sentitems")
    all.internetMessageHeaders = transportHeaders(message);
  const shown = options.select?.length
    ? Object.fromEntries(Object.entries(all).filter(([name]) => options.select?.includes(name)))
    : all;
  const wanted = (options.properties ?? [])
    .map((id) => ({ id, value: propertyOf(message, id) }))
    .filter((one) => one.value !== undefined);
  return {
    "@odata.etag": etag(message),
    id: outwardId(message, wantsImmutable(request)),
    ...shown,
    ...(wanted.length > 0 ? { singleValueExtendedProperties: wanted } : {}),
  };
}

export function propertyOf(message: Message, id: string): string | undefined {
  if (/^String 0x001A$/i.test(id)) return message.message_class;
  if (/^Integer 0x0?E07$/i.test(id)) return message.is_draft ? String(8 | (message.submitted ? 4 : 0)) : "1";
  return message.properties[id];
}

export function folderId(mailbox: string, folder: string): string {
  return `AQMkAD${Buffer.from(`${mailbox}/${folder}`).toString("base64url")}`;
}
export function folderOf(mailbox: string, key: string): string | null {
  const name = key.toLowerCase();
  return folders.find((folder) => folder === name || folderId(mailbox, folder) === key) ?? null;
}

export function transportHeaders(message: Message): { name: string; value: string }[] {
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
