import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import { escapeHtml } from "@/lib/mail/escape-html";
import { oneLine } from "@/lib/mail/one-line";

/** Exactly what will be handed to Graph for one mail: this is what a signature signs. */
export type MailRequest = {
  version: 1;
  from: { senderAccountId: string; email: string; name: string };
  to: { email: string; name: string };
  subject: string;
  /** The whole body: text, signature block, unsubscribe line and, for a follow-up, the mail before. */
  html: string;
  /** The mail this one answers in the same thread, by its ledger row; null starts a thread. */
  thread: { deliveryId: string } | null;
  unsubscribeUrl: string;
};

export type RequestParts = {
  from: MailRequest["from"];
  to: MailRequest["to"];
  subject: string;
  bodyHtml: string;
  signatureHtml: string;
  teamName: string;
  postalAddress: string;
  unsubscribeUrl: string;
  previous: { deliveryId: string; sentAt: Date; html: string; timezone: string } | null;
};

/** Puts a mail together. The parts carry marks, so that a page can show them apart. */
export function buildMailRequest(parts: RequestParts): MailRequest {
  const footer = `${escapeHtml(parts.teamName)}, ${escapeHtml(parts.postalAddress)}. Rather not hear from us? <a href="${escapeHtml(parts.unsubscribeUrl)}">Unsubscribe</a>`;
  const html = [
    `<div data-part="text">${parts.bodyHtml}</div>`,
    parts.signatureHtml ? `<div data-part="signature">${parts.signatureHtml}</div>` : "",
    `<div data-part="footer" style="margin-top:24px;padding-top:12px;border-top:1px solid #E5E8E2;color:#646D67;font-size:13px">${footer}</div>`,
    parts.previous ? `<div data-part="history">${quoted(parts.previous, parts.from)}</div>` : "",
  ].join("");
  return {
    version: 1,
    from: { ...parts.from, name: oneLine(parts.from.name) },
    to: { ...parts.to, name: oneLine(parts.to.name) },
    subject: oneLine(parts.subject),
    html,
    thread: parts.previous ? { deliveryId: parts.previous.deliveryId } : null,
    unsubscribeUrl: parts.unsubscribeUrl,
  };
}

/** SHA-256, in hex, over the canonical JSON (RFC 8785) of the request. */
export function hashRequest(request: MailRequest): string {
  return createHash("sha256")
    .update(canonicalize(request) ?? "")
    .digest("hex");
}

function quoted(previous: NonNullable<RequestParts["previous"]>, from: MailRequest["from"]): string {
  const date = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short", timeZone: previous.timezone }).format(
    previous.sentAt,
  );
  return `<p>On ${date}, ${escapeHtml(from.name)} wrote:</p><blockquote style="margin:0 0 0 8px;padding-left:12px;border-left:2px solid #CFD4CC">${previous.html}</blockquote>`;
}
