import { randomUUID } from "node:crypto";
import { alter } from "./alter";
import { type Address, headersOnLeaving, type Message, newId } from "./graph/message";
import { moveItem } from "./move-item";
import { holderOf } from "./people";
import { intoMailbox, type Tx } from "./put-message";
import { report } from "./reports";
import { hasMailbox, state, troubleOf } from "./state";
import { sql } from "./store";

const keyHeader = "x-countersign-key";

/** Moves what was submitted, then delivers it; kept in the database, so that nothing is lost over a restart. */
export function startTransport(): () => Promise<void> {
  let running = true;
  const work = (async () => {
    while (running) {
      const done = await runDue().catch(() => 0);
      if (done === 0) await new Promise((next) => setTimeout(next, 60));
    }
  })();
  return async () => {
    running = false;
    await work;
  };
}

async function runDue(): Promise<number> {
  return sql.begin(async (tx) => {
    const [job] = await tx<
      { seq: string; kind: string; message: string }[]
    >`select seq::text, kind, message from jobs where due_at <= now() order by due_at, seq limit 1 for update skip locked`;
    if (!job) return 0;
    await tx`delete from jobs where seq = ${job.seq}`;
    const [message] = await tx<Message[]>`select * from messages where id = ${job.message}`;
    if (message && job.kind === "send") {
      const id = message.is_draft && state.sentId === "changes" ? newId() : message.id;
      await tx`update messages set id = ${id}, former_id = ${id === message.id ? message.former_id : message.id}, folder = 'sentitems', is_draft = false, moves = moves + 1, version = version + 1, changed_at = now(),
        moved_at = coalesce(moved_at, now()), sent_at = coalesce(sent_at, now()), received_at = now() where id = ${message.id}`;
      await tx`update jobs set message = ${id} where message = ${message.id}`;
      const altered = alter(message);
      if (altered)
        await tx`update messages set subject = ${altered.subject}, body = ${altered.body}, sender = ${tx.json(altered.sender as never)}, cc = ${tx.json(altered.cc)},
          attachments = ${tx.json(altered.attachments as never)} where id = ${id}`;
      await tx`insert into changes (mailbox, folder, id, removed) values (${message.mailbox}, 'drafts', ${message.id}, true), (${message.mailbox}, 'sentitems', ${id}, false)`;
      await tx`insert into jobs (kind, message, due_at) values ('deliver', ${id}, ${new Date(Date.now() + state.deliveryDelayMs)})`;
    }
    const [, how, folder] = /^(move|file):(.+)$/.exec(job.kind) ?? [];
    if (message && folder) await moveItem(tx, message.id, folder, how === "file");
    if (message && job.kind === "deliver") {
      for (const one of [...message.recipients, ...message.cc, ...message.bcc]) await deliver(tx, message, one);
    }
    return 1;
  });
}

async function deliver(tx: Tx, message: Message, to: Address) {
  const recipient = to.emailAddress.address.toLowerCase();
  // Transport refuses our own account: nothing is delivered, and the report says so.
  const { sending } = troubleOf(message.mailbox);
  if (sending && /^\d\.\d+\.\d+$/.test(sending))
    return void (await report(tx, message, recipient, { status: sending, own: true }));
  const holder = holderOf(recipient);
  const bounced = recipient.startsWith("bounce") || state.bounces.includes(recipient) || (holder && !hasMailbox(holder)) || false;
  const headers = headersOnLeaving(message);
  const key = headers.find((header) => header.name?.toLowerCase() === keyHeader)?.value ?? null;
  await tx`insert into delivered (id, recipient, sender, sender_name, subject, body, body_type, message_id, in_reply_to, refs, headers, send_key, source, conversation, outside, bounced)
    values (${randomUUID()}, ${recipient}, ${message.sender?.emailAddress.address ?? message.mailbox}, ${message.sender?.emailAddress.name ?? ""}, ${message.subject}, ${message.body}, ${message.body_type},
      ${message.internet_message_id}, ${message.in_reply_to}, ${message.refs}, ${sql.json(headers)}, ${key}, ${message.id}, ${message.conversation_id}, ${!holder}, ${bounced})`;
  if (bounced) await report(tx, message, recipient);
  else if (holder) await intoMailbox(tx, { ...copied(message), mailbox: holder.email, headers });
}

/** What of a sent item arrives with a recipient: neither its blind copies nor the sender's own properties. */
const copied = (message: Message) => ({
  internet_message_id: message.internet_message_id,
  subject: message.subject,
  body: message.body,
  body_type: message.body_type,
  sender: message.sender,
  recipients: message.recipients,
  cc: message.cc,
  reply_to: message.reply_to,
  in_reply_to: message.in_reply_to,
  refs: message.refs,
});
