import { type Answer, graphError, json, type Request } from "../http";
import type { Person } from "../people";
import { state } from "../state";
import { sql } from "../store";
import { findMessage, folderId, folderOf, folders, type Message, propertyOf, shape, transportHeaders } from "./message";
import { notFound } from "./write";

const graph = "https://graph.microsoft.com/v1.0";

export function options(url: URL) {
  const select = url.searchParams
    .get("$select")
    ?.split(",")
    .map((name) => name.trim())
    .filter(Boolean);
  const expand = url.searchParams.get("$expand") ?? "";
  const properties = [...expand.matchAll(/id eq '((?:[^']|'')+)'/g)].map((match) => (match[1] ?? "").replace(/''/g, "'"));
  return { ...(select ? { select } : {}), properties };
}

export async function getMessage(request: Request, person: Person, id: string): Promise<Answer> {
  const message = await findMessage(person.email, id);
  if (!message) return notFound();
  // For a moment after the move the store knows neither place.
  if (message.moved_at && Date.now() - message.moved_at.getTime() < state.movedGoneMs) return notFound();
  return json(200, shape(message, request, options(request.url)));
}

export async function getMime(person: Person, id: string): Promise<Answer> {
  const message = await findMessage(person.email, id);
  if (!message) return notFound();
  return { status: 200, headers: { "content-type": "text/plain" }, body: message.raw ?? mimeOf(message) };
}

export function mimeOf(message: Message): string {
  const headers = transportHeaders(message).map((one) => `${one.name}: ${one.value}`);
  return [
    ...headers,
    "MIME-Version: 1.0",
    `Content-Type: text/${message.body_type === "html" ? "html" : "plain"}; charset=utf-8`,
    "",
    message.body,
  ].join("\r\n");
}

/** GET /messages and /mailFolders/{id}/messages with the filters the product uses. Look-ups lag. */
export async function listMessages(request: Request, person: Person, folder: string | null): Promise<Answer> {
  const { searchParams } = request.url;
  const filter = searchParams.get("$filter") ?? "";
  const predicate = readFilter(filter);
  if (!predicate) return graphError(400, "ErrorInvalidUrlQuery", `The filter is not understood: ${filter}`);
  if (filter && searchParams.get("$orderby") && !filter.includes("receivedDateTime")) {
    return graphError(400, "InefficientFilter", "The restriction or sort order is too complex for this operation.");
  }
  const horizon = filter ? Date.now() - state.lookupLagMs : Date.now();
  const rows = await sql<
    Message[]
  >`select * from messages where mailbox = ${person.email} and deleted_at is null ${narrow(filter)} order by received_at desc, id`;
  const seen = rows
    .filter((row) => row.created_at.getTime() <= horizon && !row.message_class.startsWith("IPM.Note.Rules."))
    .map((row) => asOf(row, horizon))
    .filter((row) => (folder ? row.folder === folder : true) && predicate(row));
  const top = Number(searchParams.get("$top") ?? 10);
  const skip = Number(searchParams.get("$skip") ?? 0);
  const next = new URL(`${graph}${request.path}${request.url.search}`);
  next.searchParams.set("$skip", String(skip + top));
  return json(200, {
    "@odata.context": `${graph}/$metadata#messages`,
    value: seen.slice(skip, skip + top).map((row) => shape(row, request, options(request.url))),
    ...(seen.length > skip + top ? { "@odata.nextLink": next.toString() } : {}),
  });
}

/** The item as the index still knows it. */
function asOf(message: Message, horizon: number): Message {
  const known = message.properties_at.getTime() <= horizon ? message : { ...message, properties: {} };
  if (!message.moved_at || message.moved_at.getTime() <= horizon) return known;
  return { ...known, folder: "drafts", is_draft: true, moves: Math.max(message.moves - 1, 0) };
}

/** Lets the database leave out what a look-up by key cannot mean; the filter itself is still applied. */
function narrow(filter: string) {
  const key = /^internetMessageId eq '((?:[^']|'')+)'/.exec(filter.trim())?.[1];
  if (key) return sql`and internet_message_id = ${unquote(key)}`;
  const conversation = /^conversationId eq '((?:[^']|'')+)'/.exec(filter.trim())?.[1];
  if (conversation) return sql`and conversation_id = ${unquote(conversation)}`;
  const property = /ep\/id eq '((?:[^']|'')+)'/.exec(filter)?.[1];
  // Class and flags are not kept among the properties.
  return property && /Name/.test(property) ? sql`and properties ? ${unquote(property)}` : sql``;
}

function readFilter(filter: string): ((message: Message) => boolean) | null {
  if (filter.trim() === "") return () => true;
  const property =
    /^singleValueExtendedProperties\/Any\(\s*ep:\s*ep\/id eq '((?:[^']|'')+)' and ep\/value eq '((?:[^']|'')*)'\s*\)$/i.exec(
      filter,
    );
  if (property) {
    const [id, value] = [unquote(property[1]), unquote(property[2]).toLowerCase()];
    return (message) => propertyOf(message, id)?.toLowerCase() === value;
  }
  const parts = filter.split(/\s+and\s+/i).map((part) => {
    const match =
      /^(internetMessageId|conversationId|receivedDateTime|isDraft|isRead)\s+(eq|ge|gt|le|lt)\s+(?:'((?:[^']|'')*)'|(\S+))$/.exec(
        part.trim(),
      );
    if (!match) return null;
    const [, field, operator, quoted, bare] = match;
    const value = quoted === undefined ? (bare ?? "") : unquote(quoted);
    if (field === "receivedDateTime") return byTime(operator ?? "ge", value);
    if (operator !== "eq") return null;
    if (field === "internetMessageId") return (message: Message) => message.internet_message_id === value;
    if (field === "conversationId") return (message: Message) => message.conversation_id === value;
    return (message: Message) => String(field === "isDraft" ? message.is_draft : message.is_read) === value;
  });
  if (parts.some((part) => part === null)) return null;
  return (message) => parts.every((part) => part?.(message));
}

function byTime(operator: string, value: string) {
  const at = new Date(value).getTime();
  return (message: Message) => {
    const time = message.received_at.getTime();
    return operator === "ge" ? time >= at : operator === "gt" ? time > at : operator === "le" ? time <= at : time < at;
  };
}

const unquote = (text: string | undefined) => (text ?? "").replace(/''/g, "'");

export async function getFolder(request: Request, person: Person): Promise<Answer> {
  const folder = folderOf(person.email, decodeURIComponent(request.params[1] ?? ""));
  return folder ? json(200, { id: folderId(person.email, folder), displayName: folder, isHidden: false }) : notFound();
}
export async function listFolders(person: Person): Promise<Answer> {
  return json(200, { value: folders.map((folder) => ({ id: folderId(person.email, folder), displayName: folder })) });
}
