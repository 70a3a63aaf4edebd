import PostalMime, { type Address as MimeAddress } from "postal-mime";
import type { Given } from "./given";
import type { Address } from "./message";

const built =
  /^(from|to|cc|bcc|subject|date|message-id|in-reply-to|references|mime-version|content-.*|auto-submitted|return-path)$/;

/** A draft from base64 of a whole message: recipients, subject, text, thread and the headers that travel on. */
export async function readMime(base64: string): Promise<Given> {
  const mail = await PostalMime.parse(Buffer.from(base64, "base64"));
  return {
    subject: mail.subject ?? "",
    body:
      mail.html === undefined ? { contentType: "text", content: mail.text ?? "" } : { contentType: "html", content: mail.html },
    toRecipients: addresses(mail.to),
    ccRecipients: addresses(mail.cc),
    bccRecipients: addresses(mail.bcc),
    replyTo: addresses(mail.replyTo),
    internetMessageHeaders: mail.headers
      .filter((header) => !built.test(header.key))
      .map((header) => ({ name: header.originalKey ?? header.key, value: header.value })),
    ...(mail.inReplyTo ? { inReplyTo: mail.inReplyTo } : {}),
    ...(mail.references ? { references: mail.references } : {}),
  };
}

const addresses = (list: MimeAddress[] = []): Address[] =>
  list.flatMap((one) =>
    one.address ? [{ emailAddress: { address: one.address, ...(one.name ? { name: one.name } : {}) } }] : [],
  );
