import { type Answer, graphError, json, type Request } from "../http";
import { revoke } from "../oauth/token";
import type { Person } from "../people";
import { state } from "../state";
import { sql } from "../store";
import {
  type Address,
  etag,
  findMessage,
  type Given,
  type Message,
  newConversation,
  newId,
  newMessageId,
  noteChange,
  rewritten,
  shape,
} from "./message";
import { readMime } from "./read-mime";

export const notFound = () => graphError(404, "ErrorItemNotFound", "The specified object was not found in the store.");

/** POST /messages: a draft from JSON. */
export async function createDraft(request: Request, person: Person): Promise<Answer> {
  const mime = /^text\/plain/i.test(request.headers["content-type"] ?? "");
  if (mime && !/^[A-Za-z0-9+/\s]+={0,2}\s*$/.test(request.body))
    return graphError(400, "ErrorMimeContentInvalidBase64String", "Invalid base64 string for MIME content.");
  const given = mime ? await readMime(request.body) : parse(request.body);
  if (!given) return graphError(400, "BadRequest", "Unable to read JSON request payload.");
  // In MIME any header may stand; in JSON only five that begin with x-.
  const refused = mime ? null : headerProblem(given.internetMessageHeaders ?? []);
  if (refused) return refused;
  const type = given.body?.contentType?.toLowerCase() ?? "html";
  const id = newId();
  await sql`insert into messages (id, mailbox, folder, internet_message_id, conversation_id, subject, body_type, body, sender, recipients, cc, bcc, reply_to, headers, properties, in_reply_to, refs, is_draft)
    values (${id}, ${person.email}, 'drafts', ${newMessageId(person.email)}, ${newConversation()}, ${given.subject ?? ""}, ${type}, ${rewritten(type, given.body?.content ?? "")},
      ${sql.json(self(person))}, ${sql.json(given.toRecipients ?? [])}, ${sql.json(given.ccRecipients ?? [])}, ${sql.json(given.bccRecipients ?? [])}, ${sql.json(given.replyTo ?? [])},
      ${sql.json(given.internetMessageHeaders ?? [])}, ${sql.json(properties(given))}, ${given.inReplyTo ?? null}, ${given.references ?? null}, true)`;
  await noteChange(person.email, "drafts", id);
  const made = await findMessage(person.email, id);
  return made ? json(201, shape(made, request), preference(request)) : notFound();
}

/** PATCH /messages/{id}: needs the newest etag while a fresh answer settles. */
export async function patchMessage(request: Request, person: Person, id: string): Promise<Answer> {
  const message = await findMessage(person.email, id);
  if (!message) return notFound();
  const given = parse(request.body);
  if (!given) return graphError(400, "BadRequest", "Unable to read JSON request payload.");
  const refused = headerProblem(given.internetMessageHeaders ?? []);
  if (refused) return refused;
  const match = request.headers["if-match"];
  if (message.settles_at && message.settles_at > new Date()) {
    // Exchange is still writing to the item: the first etag goes stale under one's hands.
    await sql`update messages set version = version + 1, settles_at = null where id = ${message.id}`;
    return conflict();
  }
  if (match && match !== "*" && match !== etag(message)) return conflict();
  const type = given.body?.contentType?.toLowerCase() ?? message.body_type;
  await sql`update messages set version = version + 1,
      subject = ${given.subject ?? message.subject}, body_type = ${type}, body = ${given.body ? rewritten(type, given.body.content ?? "") : message.body},
      recipients = ${sql.json(given.toRecipients ?? message.recipients)}, cc = ${sql.json(given.ccRecipients ?? message.cc)}, bcc = ${sql.json(given.bccRecipients ?? message.bcc)},
      is_read = ${given.isRead ?? message.is_read}, headers = ${sql.json(given.internetMessageHeaders ?? message.headers)},
      properties_at = ${given.singleValueExtendedProperties ? new Date() : message.properties_at}, properties = ${sql.json({ ...message.properties, ...properties(given) })} where id = ${message.id}`;
  await noteChange(person.email, message.folder, message.id);
  const after = await findMessage(person.email, message.id);
  return after ? json(200, shape(after, request)) : notFound();
}

/** POST /messages/{id}/createReply: ignores the recipients and properties it is given, as Exchange does for one's own mail. */
export async function createReply(request: Request, person: Person, id: string): Promise<Answer> {
  const original = await findMessage(person.email, id);
  if (!original) return notFound();
  const prefix = state.subjectPrefix[person.email] ?? "RE: ";
  const made = newId();
  const quoted = `<html><head>\r\n<meta http-equiv="Content-Type" content="text/html; charset=utf-8"></head><body><div><br></div><hr><div><b>From:</b> ${original.sender?.emailAddress.address ?? ""}<br><b>Subject:</b> ${original.subject}</div>${original.body}</body></html>`;
  const refs = [original.refs, original.internet_message_id].filter(Boolean).join(" ");
  await sql`insert into messages (id, mailbox, folder, internet_message_id, conversation_id, subject, body_type, body, sender, recipients, is_draft, in_reply_to, refs, settles_at)
    values (${made}, ${person.email}, 'drafts', ${newMessageId(person.email)}, ${original.conversation_id}, ${prefix + original.subject.replace(/^((re|aw|fw|wg):\s*)+/i, "")}, 'html', ${quoted},
      ${sql.json(self(person))}, ${sql.json(answered(original))}, true, ${original.internet_message_id}, ${refs}, ${new Date(Date.now() + state.replySettlesMs)})`;
  await sql`update messages set is_read = true where id = ${original.id}`;
  await noteChange(person.email, "drafts", made);
  const reply = await findMessage(person.email, made);
  return reply ? json(201, shape(reply, request), preference(request)) : notFound();
}

/** Where an answer goes: to whom the original asks for, else to its sender; on one's own mail that is oneself. */
function answered(original: Message): Address[] {
  if (original.reply_to.length > 0) return original.reply_to;
  return original.sender ? [original.sender] : [];
}

/** POST /messages/{id}/send: 202 at once; the item moves and leaves later. Twice before the move delivers twice. */
export async function sendMessage(person: Person, id: string): Promise<Answer> {
  const message = await findMessage(person.email, id);
  if (!message?.is_draft) return notFound();
  if ([...message.recipients, ...message.cc, ...message.bcc].length === 0)
    return graphError(400, "ErrorInvalidRecipients", "At least one recipient is not valid.");
  await sql`insert into jobs (kind, message, due_at) values ('send', ${message.id}, ${new Date(Date.now() + state.moveDelayMs)})`;
  const withdrawn = state.withdrawAfterMail.indexOf(person.oid);
  if (withdrawn >= 0) {
    state.withdrawAfterMail.splice(withdrawn, 1);
    await revoke(person.oid);
  }
  return { status: 202, headers: { "content-length": "0" } };
}

export async function deleteMessage(person: Person, id: string): Promise<Answer> {
  const message = await findMessage(person.email, id);
  if (!message) return notFound();
  await sql`update messages set deleted_at = now() where id = ${message.id}`;
  await noteChange(person.email, message.folder, message.id, true);
  return { status: 204 };
}

function parse(body: string): Given | null {
  try {
    const value: unknown = JSON.parse(body === "" ? "{}" : body);
    return typeof value === "object" && value !== null ? (value as Given) : null;
  } catch {
    return null;
  }
}

function headerProblem(headers: { name: string }[]): Answer | null {
  const wrong = headers.find((header) => !/^x-/i.test(header.name));
  if (wrong)
    return graphError(
      400,
      "InvalidInternetMessageHeader",
      `The internet message header name '${wrong.name}' should start with 'x-' or 'X-'.`,
    );
  if (headers.length > 5)
    return graphError(
      400,
      "InvalidInternetMessageHeaderCollection",
      "Maximum number of headers in one message should be less than or equal to 5.",
    );
  return null;
}

const properties = (given: Given) =>
  Object.fromEntries((given.singleValueExtendedProperties ?? []).map((one) => [one.id, one.value]));
const self = (person: Person): Address => ({ emailAddress: { address: person.email, name: person.name } });
const conflict = () =>
  graphError(
    412,
    "ErrorIrresolvableConflict",
    "The send or update operation could not be performed because the change key passed in the request does not match the current change key for the item.",
  );
const preference = (request: Request): Record<string, string> =>
  /ImmutableId/i.test(String(request.headers.prefer ?? "")) ? { "preference-applied": 'IdType="ImmutableId"' } : {};

export type { Message };
