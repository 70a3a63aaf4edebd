import { type Answer, graphError, json } from "../http";
import { state } from "../state";
import { sql } from "../store";
import type { Asked } from "./asked";
import { notFound, unreadable } from "./errors";
import { readGiven } from "./given";
import { type Address, findMessage, type Message, newId, newMessageId, noteChange, wantsImmutable } from "./message";
import { shape } from "./shape";
import { preference, self } from "./write";

/** What Exchange takes for a prefix and takes off before it writes its own: up to three letters with a colon, and only once. */
const prefixOf = /^[^\d\s:]{1,3}: /;

/**
 * POST /messages/{id}/createReply: ignores the recipients and properties it is given, as Exchange does for one's own mail, and takes what is answered for
 * read.
 */
export async function createReply({ request, person, id }: Asked): Promise<Answer> {
  const refused = problemOf(request.body);
  if (refused) return refused;
  const original = await findMessage(person.email, id);
  if (!original) return notFound();
  if (original.unreadable) return unreadable(original.unreadable);
  const prefix = state.subjectPrefix[person.email] ?? "RE: ";
  const made = newId();
  const quoted = `<html><head>\r\n<meta http-equiv="Content-Type" content="text/html; charset=utf-8"></head><body><div><br></div><hr><div><b>From:</b> ${original.sender?.emailAddress.address ?? ""}<br><b>Subject:</b> ${original.subject}</div>${original.body}</body></html>`;
  const refs = [original.refs, original.internet_message_id].filter(Boolean).join(" ");
  await sql`insert into messages (id, mailbox, folder, internet_message_id, conversation_id, subject, body_type, body, sender, recipients, is_draft, in_reply_to, refs, settles_at)
    values (${made}, ${person.email}, 'drafts', ${newMessageId()}, ${original.conversation_id}, ${prefix + original.subject.replace(prefixOf, "")}, 'html', ${quoted},
      ${sql.json(self(person))}, ${sql.json(answered(original))}, true, ${original.internet_message_id}, ${refs}, ${new Date(Date.now() + state.replySettlesMs)})`;
  await sql`update messages set is_read = true, shown = shown - 'isRead', version = version + 1, changed_at = now() where id = ${original.id}`;
  await noteChange(person.email, "drafts", made);
  // That it was read is a change of it, which delta readers are told.
  if (!original.is_read) await noteChange(person.email, original.folder, original.id);
  const reply = await findMessage(person.email, made);
  return reply ? json(201, shape(reply, request), preference(wantsImmutable(request))) : notFound();
}

/** A comment and a body at once are refused; so is what cannot be read. */
function problemOf(body: string): Answer | null {
  let given: { comment?: unknown; message?: { body?: unknown } };
  try {
    given = JSON.parse(body === "" ? "{}" : body);
  } catch {
    return graphError(400, "BadRequest", "Unable to read JSON request payload.");
  }
  if (given.comment !== undefined && given.message?.body !== undefined)
    return graphError(400, "ErrorInvalidRequest", "Specify either a comment or the body of the message, not both.");
  const read = readGiven(JSON.stringify(given.message ?? {}));
  return "refused" in read ? read.refused : null;
}

/** Where an answer goes: to whom the original asks for, else to its sender; on one's own mail that is oneself. */
function answered(original: Message): Address[] {
  if (original.reply_to.length > 0) return original.reply_to;
  return original.sender ? [original.sender] : [];
}
