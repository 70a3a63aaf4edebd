import { randomUUID } from "node:crypto";
import { headersOnLeaving, type Message, newMessageId } from "./graph/message";
import { intoMailbox, type Tx } from "./put-message";
import type { sql } from "./store";

/** What a report says of our own account: the recipient's address is sound. */
export const ownReports: Record<string, string> = {
  "5.1.8": "Access denied, bad outbound sender",
  "5.1.90": "Your message can't be sent because you've reached your daily limit for message recipients",
  "5.2.2": "Submission quota exceeded",
  "5.7.233":
    "Your message can't be sent because your tenant exceeded its daily limit for sending email to external recipients (tenant external recipient rate limit or TERRL)",
  "5.7.705": "Access denied, tenant has exceeded threshold",
  "5.7.708": "Access denied, traffic not accepted from this IP",
};

/** What it says of a recipient. */
const theirReports: Record<string, string> = {
  "5.1.10": "RESOLVER.ADR.RecipientNotFound; Recipient not found",
  "5.2.2": "Mailbox full",
  "5.4.1": "Recipient address rejected: Access denied",
};

type How = {
  status?: string;
  /** The status is about the sender's own account. */
  own?: boolean;
  /** What stands behind the status; else the usual words. */
  text?: string;
  /** The mail was signed: Graph cannot give such a report as MIME. */
  smime?: boolean;
};

/** A report that a mail could not be delivered, as Exchange writes it into the sender's inbox. @returns its immutable id. */
export async function report(
  tx: Tx | typeof sql,
  message: Pick<Message, "mailbox" | "internet_message_id" | "subject" | "headers" | "properties">,
  recipient: string,
  how: How = {},
): Promise<string> {
  const status = how.status ?? "5.1.10";
  const says = how.text ?? (how.own ? ownReports : theirReports)[status] ?? "Message refused";
  const boundary = `b${randomUUID()}`;
  const from = `MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@${message.mailbox.split("@")[1]}`;
  const id = newMessageId();
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
    `Your message to ${recipient} couldn't be delivered. ${says}`,
    `--${boundary}`,
    "Content-Type: message/delivery-status",
    "",
    "Reporting-MTA: dns;exchange.example",
    "",
    `Final-Recipient: rfc822;${recipient}`,
    "Action: failed",
    `Status: ${status}`,
    `Diagnostic-Code: smtp;550 ${status} ${says}`,
    `--${boundary}`,
    "Content-Type: text/rfc822-headers",
    "",
    `Message-ID: ${message.internet_message_id}`,
    `Subject: ${message.subject}`,
    ...headersOnLeaving(message).map((header) => `${header.name}: ${header.value}`),
    `--${boundary}--`,
    "",
  ].join("\r\n");
  return intoMailbox(tx, {
    mailbox: message.mailbox,
    internet_message_id: id,
    subject: `Undeliverable: ${message.subject}`,
    body: `<p>Your message to ${recipient} could not be delivered. ${says}</p>`,
    body_type: "html",
    sender: { emailAddress: { address: from, name: "Microsoft Outlook" } },
    recipients: [{ emailAddress: { address: message.mailbox } }],
    headers: [
      { name: "Auto-Submitted", value: "auto-replied" },
      { name: "X-MS-Exchange-Message-Is-Ndr", value: "" },
    ],
    in_reply_to: message.internet_message_id,
    refs: message.internet_message_id,
    message_class: how.smime ? "REPORT.IPM.Note.SMIME.NDR" : "REPORT.IPM.Note.NDR",
    raw,
  });
}
