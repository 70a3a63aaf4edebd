import { randomUUID } from "node:crypto";
import type { Header } from "./graph/message";
import { nameOf } from "./name-of";
import { holderOf } from "./people";
import { intoMailbox } from "./put-message";
import { report } from "./reports";
import { sql } from "./store";

export type Delivered = {
  seq: string;
  id: string;
  at: Date;
  recipient: string;
  sender: string;
  sender_name: string;
  subject: string;
  body: string;
  message_id: string;
  in_reply_to: string | null;
  refs: string | null;
  headers: Header[];
  send_key: string | null;
  outside: boolean;
  bounced: boolean;
  answered: string | null;
};

export async function findDelivered(id: string): Promise<Delivered | null> {
  const [row] = await sql<Delivered[]>`select * from delivered where id = ${id}`;
  return row ?? null;
}

/** The recipient of a delivered mail answers it: what they write lands in the sender's inbox, in the same thread. @returns the answer's immutable id. */
export async function answerAs(
  mail: Delivered,
  kind: "reply" | "automatic",
  text: string,
  options: { from?: string; strip?: boolean } = {},
): Promise<string> {
  const from = options.from ?? mail.recipient;
  const headers =
    kind === "automatic"
      ? [
          { name: "Auto-Submitted", value: "auto-replied" },
          { name: "X-Auto-Response-Suppress", value: "All" },
        ]
      : [];
  const id = await intoMailbox(sql, {
    mailbox: mailboxOf(mail),
    internet_message_id: `<${randomUUID()}@${from.split("@")[1] ?? "outside.example"}>`,
    subject: kind === "automatic" ? `Automatic reply: ${mail.subject}` : `RE: ${mail.subject.replace(/^(re:\s*)+/i, "")}`,
    body: `<p>${text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/\n/g, "<br>")}</p><div id="divRplyFwdMsg" dir="ltr">From: ${mail.sender}<br>Subject: ${mail.subject}</div>`,
    body_type: "html",
    sender: { emailAddress: { address: from, name: nameOf(from) } },
    recipients: [{ emailAddress: { address: mail.sender, name: mail.sender_name } }],
    headers,
    // An answer of the own organisation has a class that lists and delta do not show.
    ...(kind === "automatic" && from.split("@")[1] === mail.sender.split("@")[1]
      ? { message_class: "IPM.Note.Rules.OofTemplate.Microsoft" }
      : {}),
    // Some gateways lose the headers that name the thread.
    in_reply_to: options.strip ? null : mail.message_id,
    refs: options.strip ? null : [mail.refs, mail.message_id].filter(Boolean).join(" "),
  });
  await sql`update delivered set answered = ${kind} where id = ${mail.id}`;
  return id;
}

/** Answers go to the address the mail came from; whichever it is, it leads to the same mailbox. */
const mailboxOf = (mail: Delivered) => holderOf(mail.sender)?.email ?? mail.sender;

/** The mail comes back after all. @returns the report's immutable id. */
export async function bounceLater(mail: Delivered, how: Parameters<typeof report>[3] = {}): Promise<string> {
  const source = {
    mailbox: mailboxOf(mail),
    internet_message_id: mail.message_id,
    subject: mail.subject,
    headers: mail.headers,
    properties: {},
  };
  const id = await report(sql, source, mail.recipient, how);
  await sql`update delivered set answered = 'bounce', bounced = true where id = ${mail.id}`;
  return id;
}
