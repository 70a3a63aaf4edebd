import { buildMailRequest, type RequestParts } from "../build-mail-request";
import { escapeHtml } from "../escape-html";
import type { AnswerRequest } from "../mail-request";
import { sayQuoted } from "./say-quoted";

/** What somebody wrote and is answered now: `words` are their own, as plain text. */
export type Answered = {
  messageId: string;
  at: Date;
  words: string;
  timezone: string;
  /** It leaves as a mail of its own: their message is not in the mailbox any more. */
  isApart: boolean;
};

/**
 * An answer to what somebody wrote, with their words below it. It carries neither postal address nor unsubscribe line: it goes to who wrote to us,
 * and is about that.
 */
export function buildAnswerRequest(parts: Omit<RequestParts, "isPlain" | "previous">, answered: Answered): AnswerRequest {
  const mail = buildMailRequest({ ...parts, isPlain: true, previous: null });
  const history = quote(answered, mail.to.name);
  return {
    ...mail,
    version: 3,
    html: `${mail.html}${history && `<div data-part="history">${history}</div>`}`,
    thread: answered.isApart ? null : { messageId: answered.messageId },
  };
}

function quote({ at, words, timezone }: Answered, name: string): string {
  const paragraphs = words
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean)
    .map((paragraph) => `<p>${paragraph.split("\n").map(escapeHtml).join("<br>")}</p>`);
  return paragraphs.length > 0 ? sayQuoted({ at, timezone, name }, paragraphs.join("")) : "";
}
