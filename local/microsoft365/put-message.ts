import { type Message, newConversation, newId, rewritten } from "./graph/message";
import { ruleFor } from "./move-item";
import { sql } from "./store";

export type Tx = Parameters<Parameters<typeof sql.begin>[1]>[0];

/** An item as it arrives; what is left out is as on any received mail. */
export type Arriving = Pick<
  Message,
  | "mailbox"
  | "internet_message_id"
  | "subject"
  | "body"
  | "body_type"
  | "sender"
  | "recipients"
  | "headers"
  | "in_reply_to"
  | "refs"
> &
  Partial<
    Pick<
      Message,
      "folder" | "cc" | "reply_to" | "properties" | "message_class" | "raw" | "shown" | "unreadable" | "is_read" | "received_at"
    >
  >;

/** Puts an item into a mailbox of this Exchange, into the conversation it answers. @returns its immutable id. */
export async function intoMailbox(tx: Tx | typeof sql, item: Arriving): Promise<string> {
  const id = newId();
  const rule = item.folder === undefined ? ruleFor(item) : undefined;
  const folder = item.folder ?? (rule && !rule.afterMs ? rule.folder : "inbox");
  const answered = [item.in_reply_to, ...(item.refs ?? "").split(/\s+/)].filter((one): one is string => Boolean(one));
  const [known] =
    answered.length > 0
      ? await tx<
          { conversation_id: string }[]
        >`select conversation_id from messages where mailbox = ${item.mailbox} and internet_message_id in ${sql(answered)} limit 1`
      : [];
  const conversation = item.shown?.conversationId ?? known?.conversation_id ?? newConversation();
  await tx`insert into messages (id, mailbox, folder, internet_message_id, conversation_id, subject, body_type, body, sender, recipients, cc, reply_to, headers, properties, is_draft, is_read, in_reply_to, refs,
      message_class, raw, shown, unreadable, received_at, sent_at)
    values (${id}, ${item.mailbox}, ${folder}, ${item.internet_message_id}, ${conversation}, ${item.subject}, ${item.body_type}, ${rewritten(item.body_type, item.body)},
      ${sql.json(item.sender as never)}, ${sql.json(item.recipients)}, ${sql.json(item.cc ?? [])}, ${sql.json(item.reply_to ?? [])}, ${sql.json(item.headers)}, ${sql.json(item.properties ?? {})}, false,
      ${item.is_read ?? (rule?.read === true && !rule.afterMs)}, ${item.in_reply_to}, ${item.refs}, ${item.message_class ?? "IPM.Note"}, ${item.raw ?? null}, ${sql.json((item.shown ?? {}) as never)}, ${item.unreadable ?? null},
      ${item.received_at ?? new Date()}, now())`;
  await tx`insert into changes (mailbox, folder, id, removed) values (${item.mailbox}, ${folder}, ${id}, false)`;
  if (rule?.afterMs) await moveLater(tx, id, rule.folder, rule.afterMs, rule.read);
  return id;
}

/** Somebody files it so much later; a program that ends in between forgets nothing. */
export async function moveLater(tx: Tx | typeof sql, id: string, folder: string, afterMs: number, read = false): Promise<void> {
  await tx`insert into jobs (kind, message, due_at) values (${`${read ? "file" : "move"}:${folder}`}, ${id}, ${new Date(Date.now() + afterMs)})`;
}
