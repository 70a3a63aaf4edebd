import { createHash, randomBytes } from "node:crypto";
import type * as Graph from "@microsoft/microsoft-graph-types";
import type { Request } from "../http";
import { sql } from "../store";
import { headerOfProperty } from "./property-id";

export type Address = { emailAddress: { address: string; name?: string } };
export type Header = { name: string | null; value: string | null };
export type Message = {
  /** Handed over and not moved yet; only where one message is read. */
  submitted?: boolean;
  id: string;
  /** The id as a draft, where sending gave the item another. */
  former_id: string | null;
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
  headers: Header[];
  properties: Record<string, string>;
  message_class: string;
  is_draft: boolean;
  is_read: boolean;
  in_reply_to: string | null;
  refs: string | null;
  raw: string | null;
  /** Fields as they were put in from outside, null among them; they are answered as they are. */
  shown: Graph.Message;
  /** Code with which Graph fails to read this item, for ever. */
  unreadable: string | null;
  attachments: { id: string; name: string; contentType: string; size: number }[];
  /** Grows with each change, whoever made it. */
  version: number;
  changed_at: Date;
  properties_at: Date;
  settles_at: Date | null;
  created_at: Date;
  received_at: Date;
  sent_at: Date | null;
  moved_at: Date | null;
  deleted_at: Date | null;
  /** Between two folders the item is in neither. */
  gone_until: Date | null;
};

export const folders = ["inbox", "drafts", "sentitems", "deleteditems", "junkemail", "archive", "outbox"];
/** Where an item lies that was deleted and can still be brought back; in no list of folders, and no item of it is under its id. */
export const recoverable = "recoverableitemsdeletions";

export const newId = () => `AAkALgAAAAAAHYQDEapmEc2byACq${randomBytes(18).toString("base64url")}AAA=`;
/** Exchange names its server in a Message-ID, never the domain of the mailbox. */
export function newMessageId(): string {
  const server = "DB9PR04MB8123";
  return `<${server}${randomBytes(20).toString("hex").toUpperCase().slice(0, 31)}@${server}.eurprd04.prod.outlook.com>`;
}
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
    .replace(/<(\/?)([A-Z][A-Z0-9]*)/g, (_, slash: string, name: string) => `<${slash}${name.toLowerCase()}`)
    .replace(/ style="([^"]*)"/g, (_, style: string) => ` style="${spaced(style)}"`)
    .replace(/&(#39|apos|quot);(?=[^<>]*(?:<|$))/g, (_, name: string) => (name === "quot" ? '"' : "'"));
  if (/<meta http-equiv="Content-Type"/i.test(quoted)) return quoted;
  const meta = '<meta http-equiv="Content-Type" content="text/html; charset=utf-8">';
  if (/<head[^>]*>/i.test(quoted)) return quoted.replace(/<head[^>]*>/i, (head) => `${head}\r\n${meta}`);
  if (/<html[^>]*>/i.test(quoted)) return quoted.replace(/<html[^>]*>/i, (html) => `${html}<head>\r\n${meta}</head>`);
  return `<html><head>\r\n<meta http-equiv="Content-Type" content="text/html; charset=utf-8"></head><body>${quoted.replace(/<br\s*\/?>/gi, "<br>\r\n")}</body></html>`;
}

/** Declarations as Exchange writes them: a blank after each semicolon, none behind a colon, and no semicolon at the end. */
const spaced = (style: string) =>
  style
    .split(";")
    .map((one) => one.trim().replace(/^([\w-]+)\s*:\s*/, "$1:"))
    .filter(Boolean)
    .join("; ");

/** Notes a change for delta readers of a folder. */
export async function noteChange(mailbox: string, folder: string, id: string, removed = false) {
  await sql`insert into changes (mailbox, folder, id, removed) values (${mailbox}, ${folder}, ${id}, ${removed})`;
}

export function folderId(mailbox: string, folder: string): string {
  return `AQMkAD${Buffer.from(`${mailbox}/${folder}`).toString("base64url")}`;
}
/** By a well-known name or by its id; a folder of one's own has an id only. */
export function folderOf(mailbox: string, key: string): string | null {
  const name = key.toLowerCase();
  const known = [...folders, recoverable].find((folder) => folder === name);
  if (known) return known;
  const [owner, ...own] = Buffer.from(key.slice("AQMkAD".length), "base64url").toString().split("/");
  return owner === mailbox && own.length > 0 && folderId(mailbox, own.join("/")) === key ? own.join("/") : null;
}

/** @param id in Graph's own spelling; see normalPropertyId. */
export function propertyOf(message: Message, id: string): string | undefined {
  if (id === "String 0x1a") return message.message_class;
  if (id === "Integer 0xe07") return message.is_draft ? String(8 | (message.submitted ? 4 : 0)) : "1";
  const header = headerOfProperty(id);
  const carried = header ? message.headers.find((one) => one.name?.toLowerCase() === header)?.value : undefined;
  return message.properties[id] ?? carried ?? undefined;
}

/** Headers of a mail that stand on it as such or as extended properties, as they travel. */
export function headersOnLeaving(message: Pick<Message, "headers" | "properties">): Header[] {
  const set = Object.entries(message.properties).flatMap(([id, value]) => {
    const name = id === "String 0x1045" ? "List-Unsubscribe" : headerOfProperty(id);
    return name ? [{ name, value }] : [];
  });
  const own = message.headers.filter((one) => !set.some((other) => other.name === one.name?.toLowerCase()));
  return [...own, ...set];
}

/** Grows by five bytes with each answer, as Outlook's own does. */
export function conversationIndex(message: Message): string {
  const depth = (message.refs ?? "").split(/\s+/).filter(Boolean).length;
  const made = createHash("sha512").update(message.conversation_id).digest();
  return Buffer.concat([Buffer.from([1]), made.subarray(0, 21 + 5 * Math.min(depth, 8))]).toString("base64");
}
