import { randomUUID } from "node:crypto";
import type * as Graph from "@microsoft/microsoft-graph-types";
import { unreadableCodes } from "../graph/errors";
import { messageFields } from "../graph/given";
import type { Address, Header } from "../graph/message";
import { normalPropertyId } from "../graph/property-id";
import { json, type Request, type Route } from "../http";
import { isFolderName, moveItem } from "../move-item";
import { findPerson } from "../people";
import { intoMailbox, moveLater } from "../put-message";
import { sql } from "../store";
import { body, route, wrong } from "./route";

/** Single items of a mailbox: see the table in routes.ts. */
export const itemRoutes: Route[] = [
  route("GET", "messages", listFolder),
  route("POST", "messages", putMessage),
  route("POST", "unreadable", markUnreadable),
  route("POST", "move", moveMessage),
];

type Put = Graph.Message & {
  mailbox?: string;
  folder?: string;
  messageClass?: string;
  inReplyTo?: string;
  references?: string;
  raw?: string;
  unreadable?: string;
};

async function listFolder({ url }: Request) {
  const mailbox = findPerson(url.searchParams.get("mailbox") ?? "")?.email;
  if (!mailbox) return wrong("mailbox is an address or an object id.", 404);
  const rows = await sql`select id, subject, recipients, properties, is_draft from messages
    where mailbox = ${mailbox} and folder = ${url.searchParams.get("folder") ?? "inbox"} and deleted_at is null order by created_at, id`;
  return json(200, rows);
}

/** Any field of Microsoft's type stands in the answers as it was given here, null too. */
async function putMessage(request: Request) {
  const given = body(request) as Put;
  const mailbox = findPerson(given.mailbox ?? "")?.email;
  if (!mailbox) return wrong("mailbox is an address or an object id.", 404);
  if (given.folder && !isFolderName(given.folder)) return wrong("folder is a well-known name or a short name of one's own.");
  if (given.unreadable && !unreadableCodes.includes(given.unreadable))
    return wrong(`unreadable is one of ${unreadableCodes.join(", ")}.`);
  const shown = Object.fromEntries(
    Object.entries(given).filter(([name]) => messageFields.includes(name) || name === "@odata.type"),
  ) as Graph.Message;
  const { singleValueExtendedProperties: properties, ...fields } = shown;
  const id = await intoMailbox(sql, {
    mailbox,
    ...(given.folder ? { folder: given.folder } : {}),
    internet_message_id: given.internetMessageId ?? `<${randomUUID()}@outside.example>`,
    subject: given.subject ?? "",
    body: given.body?.content ?? given.bodyPreview ?? "",
    body_type: given.body?.contentType ?? "html",
    sender: (given.from ?? given.sender ?? null) as Address | null,
    recipients: (given.toRecipients ?? [{ emailAddress: { address: mailbox } }]) as Address[],
    reply_to: (given.replyTo ?? []) as Address[],
    headers: (given.internetMessageHeaders ?? []) as Header[],
    properties: Object.fromEntries((properties ?? []).map((one) => [normalPropertyId(one.id ?? "") ?? one.id, one.value])),
    in_reply_to: given.inReplyTo ?? null,
    refs: given.references ?? given.inReplyTo ?? null,
    message_class: given.messageClass ?? "IPM.Note",
    raw: given.raw ?? null,
    shown: fields,
    unreadable: given.unreadable ?? null,
    ...(given.isRead === undefined ? {} : { is_read: given.isRead === true }),
    received_at: given.receivedDateTime ? new Date(given.receivedDateTime) : new Date(),
  });
  return json(201, { id });
}

async function moveMessage(request: Request) {
  const { id, folder, read, afterMs } = body(request);
  if (!isFolderName(folder)) return wrong("folder is a well-known name or a short name of one's own.");
  if (Number(afterMs) > 0) await moveLater(sql, String(id), folder, Number(afterMs), read === true);
  else if (!(await moveItem(sql, String(id), folder, read === true))) return wrong("No message has this immutable id.", 404);
  return json(200, {});
}

async function markUnreadable(request: Request) {
  const { id, code } = body(request);
  if (code !== null && !unreadableCodes.includes(String(code)))
    return wrong(`code is null or one of ${unreadableCodes.join(", ")}.`);
  const rows =
    await sql`update messages set unreadable = ${code === null ? null : String(code)} where id = ${String(id)} returning id`;
  return rows.length > 0 ? json(200, {}) : wrong("No message has this immutable id.", 404);
}
