import type { ReceivedMessage } from "../../received-message";

/** A report of a server elsewhere as the mailbox shows it, without its text. */
export const shown: ReceivedMessage = {
  from: "mailer-daemon@mx.fabrikam.example",
  subject: "Undelivered",
  text: "",
  body: "",
  isUnique: false,
  receivedAt: null,
  messageClass: "IPM.Note",
  odataType: null,
  headers: [{ name: "To", value: "anna@contoso.com" }],
};

export const saying = (words: string, change: Partial<ReceivedMessage> = {}): ReceivedMessage => ({
  ...shown,
  text: words,
  body: words,
  ...change,
});

/** The raw text of a mail without parts. */
export const plain = (words: string, type = "text/plain; charset=utf-8") =>
  `Subject: x\r\nContent-Type: ${type}\r\n\r\n${words}\r\n`;

/** The raw text of a report with a part for machines, about a mail to Lena. @param blocks the fields of each recipient. */
export const withFields = (
  blocks: string[][],
  to: string | null = "Lena <lena@hotmail.example>",
  words = "It could not be delivered.",
) =>
  [
    "Subject: Undelivered",
    "Content-Type: multipart/report; report-type=delivery-status; boundary=b1",
    "",
    "--b1",
    "Content-Type: text/plain; charset=utf-8",
    "",
    words,
    "--b1",
    "Content-Type: message/delivery-status",
    "",
    "Reporting-MTA: dns;x.example",
    "",
    ...blocks.flatMap((block) => [...block, ""]),
    "--b1",
    "Content-Type: text/rfc822-headers",
    "",
    "Message-ID:",
    " <original@contoso.com>",
    ...(to === null ? [] : [`To: ${to}`]),
    "Subject: Invoices",
    "--b1--",
    "",
  ].join("\r\n");

/** One recipient: Lena, unless said otherwise. */
export const failed = (status: string, says: string, { action = "failed", final = "lena@hotmail.example" } = {}) => [
  `Final-Recipient: rfc822;${final}`,
  `Action: ${action}`,
  `Status: ${status}`,
  `Diagnostic-Code: smtp;${says}`,
];
