import { randomUUID } from "node:crypto";
import { type Address, type Message, newConversation, newId, newMessageId, noteChange, rewritten } from "./graph/message";
import { isMailbox } from "./people";
import { state } from "./state";
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
      await tx`update messages set folder = 'sentitems', is_draft = false, moves = moves + 1, version = version + 1, moved_at = coalesce(moved_at, now()), sent_at = coalesce(sent_at, now()), received_at = now() where id = ${message.id}`;
      await tx`insert into changes (mailbox, folder, id, removed) values (${message.mailbox}, 'drafts', ${message.id}, true), (${message.mailbox}, 'sentitems', ${message.id}, false)`;
      await tx`insert into jobs (kind, message, due_at) values ('deliver', ${message.id}, ${new Date(Date.now() + state.deliveryDelayMs)})`;
    }
    if (message && job.kind === "deliver") {
      for (const one of [...message.recipients, ...message.cc, ...message.bcc]) await deliver(tx, message, one);
    }
    return 1;
  });
}

type Tx = Parameters<Parameters<typeof sql.begin>[1]>[0];

async function deliver(tx: Tx, message: Message, to: Address) {
  const recipient = to.emailAddress.address.toLowerCase();
  const bounced = recipient.startsWith("bounce") || state.bounces.includes(recipient);
  const list = message.properties["String 0x1045"];
  const headers = [...message.headers, ...(list ? [{ name: "List-Unsubscribe", value: list }] : [])];
  const key = message.headers.find((header) => header.name.toLowerCase() === keyHeader)?.value ?? null;
  await tx`insert into delivered (id, recipient, sender, sender_name, subject, body, body_type, message_id, in_reply_to, refs, headers, send_key, source, conversation, outside, bounced)
    values (${randomUUID()}, ${recipient}, ${message.sender?.emailAddress.address ?? message.mailbox}, ${message.sender?.emailAddress.name ?? ""}, ${message.subject}, ${message.body}, ${message.body_type},
      ${message.internet_message_id}, ${message.in_reply_to}, ${message.refs}, ${sql.json(headers)}, ${key}, ${message.id}, ${message.conversation_id}, ${!isMailbox(recipient)}, ${bounced})`;
  if (bounced) return report(tx, message, recipient);
  if (isMailbox(recipient)) await intoInbox(tx, recipient, { ...message, headers });
}

/** Puts a copy into a mailbox of this Exchange. */
export async function intoInbox(
  tx: Tx | typeof sql,
  mailbox: string,
  message: Pick<
    Message,
    "internet_message_id" | "subject" | "body" | "body_type" | "sender" | "recipients" | "headers" | "in_reply_to" | "refs"
  > & { message_class?: string; raw?: string | null },
) {
  const id = newId();
  const answered = [message.in_reply_to, ...(message.refs ?? "").split(/\s+/)].filter((one): one is string => Boolean(one));
  const [known] =
    answered.length > 0
      ? await tx<
          { conversation_id: string }[]
        >`select conversation_id from messages where mailbox = ${mailbox} and internet_message_id in ${sql(answered)} limit 1`
      : [];
  await tx`insert into messages (id, mailbox, folder, internet_message_id, conversation_id, subject, body_type, body, sender, recipients, headers, is_draft, is_read, in_reply_to, refs, message_class, raw, sent_at)
    values (${id}, ${mailbox}, 'inbox', ${message.internet_message_id}, ${known?.conversation_id ?? newConversation()}, ${message.subject}, ${message.body_type}, ${rewritten(message.body_type, message.body)},
      ${sql.json(message.sender as never)}, ${sql.json(message.recipients)}, ${sql.json(message.headers)}, false, false, ${message.in_reply_to}, ${message.refs}, ${message.message_class ?? "IPM.Note"}, ${message.raw ?? null}, now())`;
  await tx`insert into changes (mailbox, folder, id, removed) values (${mailbox}, 'inbox', ${id}, false)`;
}

/** A report that a mail could not be delivered, as Exchange writes it. */
export async function report(
  tx: Tx | typeof sql,
  message: Pick<Message, "mailbox" | "internet_message_id" | "subject" | "headers">,
  recipient: string,
  status = "5.1.10",
) {
  const boundary = `b${randomUUID()}`;
  const from = `MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@${message.mailbox.split("@")[1]}`;
  const id = newMessageId(message.mailbox);
  const raw = [
    `From: Microsoft Outlook <${from}>`,
    `To: <${message.mailbox}>`,
    `Subject: Undeliverable: ${message.subject}`,
    `Message-ID: ${id}`,
    `In-Reply-To: ${message.internet_message_id}`,
    "Auto-Submitted: auto-replied",
    "MIME-Version: 1.0",
    `Content-Type: multipart/report; report-type=delivery-status; boundary="${boundary}"`,
    "",
    `--${boundary}`,
    "Content-Type: text/plain; charset=utf-8",
    "",
    `Your message to ${recipient} couldn't be delivered.`,
    `--${boundary}`,
    "Content-Type: message/delivery-status",
    "",
    "Reporting-MTA: dns;exchange.example",
    "",
    `Final-Recipient: rfc822;${recipient}`,
    "Action: failed",
    `Status: ${status}`,
    `Diagnostic-Code: smtp;550 ${status} RESOLVER.ADR.RecipientNotFound; Recipient not found`,
    `--${boundary}`,
    "Content-Type: text/rfc822-headers",
    "",
    `Message-ID: ${message.internet_message_id}`,
    `Subject: ${message.subject}`,
    ...message.headers.map((header) => `${header.name}: ${header.value}`),
    `--${boundary}--`,
    "",
  ].join("\r\n");
  await intoInbox(tx, message.mailbox, {
    internet_message_id: id,
    subject: `Undeliverable: ${message.subject}`,
    body: `<p>Your message to ${recipient} could not be delivered.</p>`,
    body_type: "html",
    sender: { emailAddress: { address: from, name: "Microsoft Outlook" } },
    recipients: [{ emailAddress: { address: message.mailbox } }],
    headers: [
      { name: "Auto-Submitted", value: "auto-replied" },
      { name: "X-MS-Exchange-Message-Is-Ndr", value: "" },
    ],
    in_reply_to: message.internet_message_id,
    refs: message.internet_message_id,
    message_class: "REPORT.IPM.Note.NDR",
    raw,
  });
}

export { noteChange };
