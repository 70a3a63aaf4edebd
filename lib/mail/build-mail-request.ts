import { sayQuoted } from "./answer/say-quoted";
import { escapeHtml } from "./escape-html";
import { listUnsubscribe } from "./leaving/list-unsubscribe";
import type { MailRequest } from "./mail-request";
import { oneLine } from "./one-line";

export type RequestParts = {
  from: MailRequest["from"];
  to: MailRequest["to"];
  subject: string;
  bodyHtml: string;
  signatureHtml: string;
  teamName: string;
  postalAddress: string;
  unsubscribeUrl: string;
  /** It carries neither postal address nor unsubscribe line, and so no header about it either. */
  isPlain?: boolean;
  previous: { deliveryId: string; sentAt: Date; html: string; timezone: string } | null;
};

/** What stands in every footer between the postal address and the link; signed mails are read by it, so it stays. */
export const beforeUnsubscribe = ". Rather not hear from us? ";

/** Puts a mail together. The parts carry marks, so that a page can show them apart. */
export function buildMailRequest(parts: RequestParts): MailRequest & { version: 2 } {
  const footer = `${escapeHtml(parts.teamName)}, ${inLines(parts.postalAddress)}${beforeUnsubscribe}<a href="${escapeHtml(parts.unsubscribeUrl)}">Unsubscribe</a>`;
  const html = [
    `<div data-part="text">${parts.bodyHtml}</div>`,
    parts.signatureHtml ? `<div data-part="signature">${parts.signatureHtml}</div>` : "",
    parts.isPlain
      ? ""
      : `<div data-part="footer" style="margin-top:24px;padding-top:12px;border-top:1px solid #E5E8E2;color:#646D67;font-size:13px">${footer}</div>`,
    parts.previous
      ? `<div data-part="history">${sayQuoted({ ...parts.previous, at: parts.previous.sentAt, name: parts.from.name }, parts.previous.html)}</div>`
      : "",
  ].join("");
  return {
    version: 2,
    from: { ...parts.from, name: oneLine(parts.from.name) },
    to: { ...parts.to, name: oneLine(parts.to.name) },
    subject: oneLine(parts.subject),
    html,
    thread: parts.previous ? { deliveryId: parts.previous.deliveryId } : null,
    unsubscribeUrl: parts.isPlain ? "" : parts.unsubscribeUrl,
    headers: parts.isPlain ? [] : [listUnsubscribe(parts.from.email, parts.unsubscribeUrl)],
  };
}

/** A postal address in the lines in which it was written; HTML would join them. */
function inLines(address: string): string {
  const lines = address.split(/\r\n?|\n/).map((line) => line.trim());
  return lines.filter(Boolean).map(escapeHtml).join("<br>");
}
