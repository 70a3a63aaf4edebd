import { type Answer, graphError, json } from "../http";
import type { Person } from "../people";
import { state } from "../state";
import { sql } from "../store";
import type { Asked } from "./asked";
import { badPropertyId, badUrl, inefficient, notFound, unreadable, unreadablePage } from "./errors";
import { fieldsOf, narrow, readFilter, timeOf } from "./filter";
import { messageFields } from "./given";
import { findMessage, folderId, folderOf, folders, type Message, recoverable } from "./message";
import { normalPropertyId } from "./property-id";
import { type Options, shape, transportHeaders } from "./shape";

const graph = "https://graph.microsoft.com/v1.0";
/** Fields that Graph makes from the content of an item; all others it reads beside it. */
const fromContent = ["body", "bodyPreview", "uniqueBody"];

/** What a request selects and expands, or why Graph does not understand it. */
export function optionsOf(url: URL): { options: Options } | { refused: Answer } {
  const names = (url.searchParams.get("$select") ?? "").split(",").map((name) => name.trim());
  const select = names.filter(Boolean);
  const unknown = select.find((name) => !messageFields.includes(name));
  if (unknown)
    return {
      refused: graphError(
        400,
        "BadRequest",
        `Parsing OData Select and Expand failed: Could not find a property named '${unknown}' on type 'microsoft.graph.message'.`,
      ),
    };
  const expand = url.searchParams.get("$expand") ?? "";
  const asked = [...expand.matchAll(/id eq '((?:[^']|'')+)'/g)].map((match) => (match[1] ?? "").replace(/''/g, "'"));
  const wrong = asked.find((id) => !normalPropertyId(id));
  if (wrong) return { refused: badPropertyId(wrong) };
  const properties = asked.flatMap((id) => normalPropertyId(id) ?? []);
  return {
    options: { ...(select.length > 0 ? { select } : {}), properties, attachments: /^attachments\b|,attachments\b/.test(expand) },
  };
}

/** Whether reading these fields of an item fails: some fail as a whole, some where their content is looked at. */
export function isUnreadable(message: Message, { select }: Options): boolean {
  if (message.unreadable === "ErrorCorruptData") return true;
  return message.unreadable === "ErrorContentConversionFailed" && (!select || select.some((name) => fromContent.includes(name)));
}

export async function getMessage({ request, person, id }: Asked): Promise<Answer> {
  const read = optionsOf(request.url);
  if ("refused" in read) return read.refused;
  const message = await findMessage(person.email, id);
  if (!message) return notFound();
  // For a moment after the move the store knows neither place.
  if (isBetween(message)) return notFound();
  if (isUnreadable(message, read.options)) return unreadable(message.unreadable ?? "");
  return json(200, shape(message, request, read.options));
}

/** Exchange cannot write these back as MIME: encrypted or opaquely signed mail, and reports about signed mail. */
const noMime = /^(IPM\.Note\.SMIME$|REPORT\.IPM\.Note\.SMIME\.)/i;

const isBetween = ({ moved_at, gone_until }: Message) =>
  (moved_at !== null && Date.now() - moved_at.getTime() < state.movedGoneMs) || (gone_until !== null && gone_until > new Date());

export async function getMime({ person, id }: Asked): Promise<Answer> {
  const message = await findMessage(person.email, id);
  if (!message || isBetween(message)) return notFound();
  if (message.unreadable) return unreadable(message.unreadable);
  if (noMime.test(message.message_class)) return unreadable("ErrorMimeContentConversionFailed");
  return { status: 200, headers: { "content-type": "text/plain" }, body: message.raw ?? mimeOf(message) };
}

function mimeOf(message: Message): string {
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
export async function listMessages({ request, person }: Asked, folder: string | null): Promise<Answer> {
  const { searchParams } = request.url;
  const read = optionsOf(request.url);
  if ("refused" in read) return read.refused;
  const filter = searchParams.get("$filter") ?? "";
  const predicate = readFilter(filter);
  if (!predicate) return badUrl(`The filter is not understood: ${filter}`);
  const sorted = (searchParams.get("$orderby") ?? "receivedDateTime desc").split(/[\s,]+/);
  const time = timeOf[sorted[0] ?? ""];
  if (!time) return badUrl(`Only ${Object.keys(timeOf).join(", ")} are sorted by here.`);
  // What is sorted by must stand in the filter, and before all else.
  if (filter && searchParams.has("$orderby") && fieldsOf(filter)[0] !== sorted[0]) return inefficient();
  const top = Number(searchParams.get("$top") ?? 10);
  if (!Number.isInteger(top) || top < 1 || top > 1000) return badUrl("$top is a number from 1 to 1000.");
  const horizon = filter ? Date.now() - state.lookupLagMs : Date.now();
  const rows = await sql<
    Message[]
  >`select * from messages where mailbox = ${person.email} and deleted_at is ${folder === recoverable ? sql`not null` : sql`null`} ${narrow(filter)} order by received_at desc, id`;
  // Automatic answers of the own organisation are kept from lists, and found only by whoever knows their id.
  const isAskedById = /^internetMessageId eq '/.test(filter.trim());
  const seen = rows
    .filter((row) => row.created_at.getTime() <= horizon && (isAskedById || !row.message_class.startsWith("IPM.Note.Rules.")))
    .map((row) => asOf(row, horizon))
    .filter((row) => (folder ? row.folder === folder : true) && predicate(row));
  // Without a word Graph sorts upwards.
  const upwards = sorted[1] === "desc" ? -1 : 1;
  seen.sort((one, other) => upwards * (time(one).getTime() - time(other).getTime()));
  const skip = Number(searchParams.get("$skip") ?? 0);
  const page = seen.slice(skip, skip + top);
  if (page.some((row) => isUnreadable(row, read.options))) return unreadablePage();
  const next = new URL(`${graph}${request.path}${request.url.search}`);
  next.searchParams.set("$skip", String(skip + top));
  return json(200, {
    "@odata.context": `${graph}/$metadata#users('${person.oid}')/messages`,
    value: page.map((row) => shape(row, request, read.options)),
    ...(seen.length > skip + top ? { "@odata.nextLink": next.toString() } : {}),
  });
}

/** The item as the index still knows it. */
function asOf(message: Message, horizon: number): Message {
  const known = message.properties_at.getTime() <= horizon ? message : { ...message, properties: {} };
  if (!message.moved_at || message.moved_at.getTime() <= horizon) return known;
  return {
    ...known,
    id: message.former_id ?? message.id,
    folder: "drafts",
    is_draft: true,
    moves: Math.max(message.moves - 1, 0),
  };
}

export async function getFolder({ person, id }: Asked): Promise<Answer> {
  const folder = folderOf(person.email, id);
  return folder ? json(200, { id: folderId(person.email, folder), displayName: folder, isHidden: false }) : notFound();
}
export async function listFolders(person: Person): Promise<Answer> {
  const used = await sql<
    { folder: string }[]
  >`select distinct folder from messages where mailbox = ${person.email} and deleted_at is null`;
  const own = used.map((row) => row.folder).filter((folder) => !folders.includes(folder));
  const all = [...folders, ...own.sort()];
  return json(200, { value: all.map((folder) => ({ id: folderId(person.email, folder), displayName: folder })) });
}
