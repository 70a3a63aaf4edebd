import { escapeHtml } from "../escape-html";

/** A mail below the one that follows or answers it, as mail programs write it. */
export function sayQuoted({ at, timezone, name }: { at: Date; timezone: string; name: string }, html: string): string {
  const date = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short", timeZone: timezone }).format(at);
  return `<p>On ${date}, ${escapeHtml(name)} wrote:</p><blockquote style="margin:0 0 0 8px;padding-left:12px;border-left:2px solid #CFD4CC">${html}</blockquote>`;
}
