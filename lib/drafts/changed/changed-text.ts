import { compareMails } from "@/lib/mail/compare/compare-mails";
import { readBody } from "@/lib/mail/compare/read-body";
import { readParts } from "@/lib/mail/compare/read-parts";
import { requestAsShown } from "@/lib/mail/compare/request-as-shown";
import type { DifferenceField, ShownMail } from "@/lib/mail/compare/shown-mail";
import { escapeHtml } from "@/lib/mail/escape-html";
import type { MailRequest } from "@/lib/mail/mail-request";
import { oneLine } from "@/lib/mail/one-line";
import { sanitizeHtml } from "@/lib/mail/sanitize-html";

export type Text = { subject: string; body: string };

/** The text of a mail as it lay in Outlook, as a draft of ours would hold it. Where the marks of its parts are gone, all that stands before what we put below every text. */
export function changedText(found: ShownMail, signed: MailRequest): Text {
  const subject = oneLine(found.subject);
  const part = readParts(found.html).text;
  if (part !== undefined) return { subject, body: sanitizeHtml(part) };
  const lines = readBody(found.html).words.split("\n");
  const below = readBody(signed.html.replace(readParts(signed.html).text ?? "", "")).words.split("\n").length;
  return {
    subject,
    body: lines
      .slice(0, Math.max(0, lines.length - below))
      .map((line) => `<p>${escapeHtml(line)}</p>`)
      .join(""),
  };
}

const taken: DifferenceField[] = ["words", "links", "subject"];

/**
 * Why the changed text cannot be signed: a mail made of it would not read as what lay in Outlook, or would be the signed one.
 * Recipients, sender and files are never taken over.
 */
export function whyNotSigned(found: ShownMail, signed: MailRequest, anew: MailRequest): string | null {
  const isLost = compareMails(requestAsShown(anew), found).some(({ field }) => taken.includes(field));
  if (isLost) return "More than its own text was changed, so it cannot be signed as it lay there";
  const isNew = compareMails(requestAsShown(signed), requestAsShown(anew)).some(({ field }) => taken.includes(field));
  return isNew ? null : "Its text is the signed one";
}
