import { type Answer, graphError, json } from "../http";
import type { Person } from "../people";
import { primaryOf } from "../state";
import { sql } from "../store";
import type { Asked } from "./asked";
import { conflict, notFound } from "./errors";
import { changeProblem, type Given, headerProblem, propertiesOf, readGiven } from "./given";
import {
  type Address,
  etag,
  findMessage,
  newConversation,
  newId,
  newMessageId,
  noteChange,
  recoverable,
  rewritten,
  wantsImmutable,
} from "./message";
import { readMime } from "./read-mime";
import { shape } from "./shape";

/** POST /messages: a draft from JSON, or from the base64 of a whole mail. */
export async function createDraft({ request, person }: Asked): Promise<Answer> {
  const mime = /^text\/plain/i.test(request.headers["content-type"] ?? "");
  if (mime && !/^[A-Za-z0-9+/\s]+={0,2}\s*$/.test(request.body))
    return graphError(400, "ErrorMimeContentInvalidBase64String", "Invalid base64 string for MIME content.");
  const read = mime ? { given: await readMime(request.body) } : readGiven(request.body);
  if ("refused" in read) return read.refused;
  const { given } = read;
  // In MIME any header may stand.
  const refused = mime ? null : headerProblem(given.internetMessageHeaders ?? []);
  if (refused) return refused;
  const type = given.body?.contentType?.toLowerCase() ?? "html";
  const id = newId();
  await sql`insert into messages (id, mailbox, folder, internet_message_id, conversation_id, subject, body_type, body, sender, recipients, cc, bcc, reply_to, headers, properties, in_reply_to, refs, is_draft)
    values (${id}, ${person.email}, 'drafts', ${newMessageId()}, ${newConversation()}, ${given.subject ?? ""}, ${type}, ${rewritten(type, given.body?.content ?? "")},
      ${sql.json(given.from ?? self(person))}, ${sql.json(given.toRecipients ?? [])}, ${sql.json(given.ccRecipients ?? [])}, ${sql.json(given.bccRecipients ?? [])}, ${sql.json(given.replyTo ?? [])},
      ${sql.json(given.internetMessageHeaders ?? [])}, ${sql.json(propertiesOf(given))}, ${given.inReplyTo ?? null}, ${given.references ?? null}, true)`;
  await noteChange(person.email, "drafts", id);
  const made = await findMessage(person.email, id);
  return made ? json(201, shape(made, request), preference(wantsImmutable(request))) : notFound();
}

/** PATCH /messages/{id}: needs the newest etag while a fresh answer settles. */
export async function patchMessage({ request, person, id, scopes }: Asked): Promise<Answer> {
  const message = await findMessage(person.email, id);
  if (!message) return notFound();
  const read = readGiven(request.body);
  if ("refused" in read) return read.refused;
  const { given } = read;
  const refused = changeProblem(read.fields, message.is_draft, scopes);
  if (refused) return refused;
  const match = request.headers["if-match"];
  if (message.settles_at && message.settles_at > new Date()) {
    // Exchange is still writing to the item: the first etag goes stale under one's hands.
    await sql`update messages set version = version + 1, changed_at = now(), settles_at = null where id = ${message.id}`;
    return conflict();
  }
  if (match && match !== "*" && match !== etag(message)) return conflict();
  const type = given.body?.contentType?.toLowerCase() ?? message.body_type;
  await sql`update messages set version = version + 1, changed_at = now(),
      subject = ${given.subject ?? message.subject}, body_type = ${type}, body = ${given.body ? rewritten(type, given.body.content ?? "") : message.body},
      sender = ${sql.json((given.from ?? message.sender) as never)}, reply_to = ${sql.json(given.replyTo ?? message.reply_to)},
      recipients = ${sql.json(given.toRecipients ?? message.recipients)}, cc = ${sql.json(given.ccRecipients ?? message.cc)}, bcc = ${sql.json(given.bccRecipients ?? message.bcc)},
      is_read = ${given.isRead ?? message.is_read}, shown = (shown - ${read.fields}::text[]) || ${sql.json(keptAsGiven(given))},
      properties_at = ${given.singleValueExtendedProperties ? new Date() : message.properties_at}, properties = ${sql.json({ ...message.properties, ...propertiesOf(given) })} where id = ${message.id}`;
  await noteChange(person.email, message.folder, message.id);
  const after = await findMessage(person.email, message.id);
  return after ? json(200, shape(after, request)) : notFound();
}

/** Fields that are answered as they were written, and change nothing else. */
function keptAsGiven({ importance, isReadReceiptRequested, isDeliveryReceiptRequested }: Given) {
  const given = { importance, isReadReceiptRequested, isDeliveryReceiptRequested };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Record<string, string | boolean>;
}

export async function deleteMessage({ person, id }: Asked): Promise<Answer> {
  const message = await findMessage(person.email, id);
  if (!message) return notFound();
  await sql`update messages set deleted_at = now(), folder = ${recoverable} where id = ${message.id}`;
  await noteChange(person.email, message.folder, message.id, true);
  return { status: 204 };
}

export const self = (person: Person): Address => ({ emailAddress: { address: primaryOf(person), name: person.name } });
export const preference = (immutable: boolean): Record<string, string> =>
  immutable ? { "preference-applied": 'IdType="ImmutableId"' } : {};
