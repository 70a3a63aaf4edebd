import { textOfHtml } from "../mail/text-of-html";
import type { LetterBody } from "../microsoft/graph/reading/read-letter";
import { cutHtml } from "./html/cut-html";
import { htmlOfText } from "./html/html-of-text";
import type { RawLetter } from "./received-letter";

/** A letter of Exchange's as one of ours, and whether only a mail program can read it. */
export function rawOf({ body, unique, attachments, messageClass, isCut }: LetterBody): RawLetter {
  const html = htmlOf(body);
  const isEmpty = textOfHtml(cutHtml(html).html) === "" && !/<img\b/i.test(html);
  // A mail that is signed and not encrypted is there to read.
  const isSecret = /^IPM\.Note\.(SMIME|Secure)/i.test(messageClass ?? "") && !/MultipartSigned/i.test(messageClass ?? "");
  const isPacked = attachments.some(({ name, type }) => /^winmail\.dat$/i.test(name) || type === "application/ms-tnef");
  return {
    html: isEmpty ? "" : html,
    unique: unique && htmlOf(unique),
    attachments: attachments.map(({ name, bytes }) => ({ name, bytes })),
    closed: isEmpty && isSecret ? "smime" : isEmpty && isPacked ? "winmail" : null,
    isCut,
  };
}

const htmlOf = ({ type, content }: LetterBody["body"]) => (type === "html" ? content : htmlOfText(content));
