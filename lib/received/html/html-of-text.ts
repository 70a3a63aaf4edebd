import { escapeHtml } from "../../mail/escape-html";

/** A text without HTML, as HTML whose lines stay as they are. */
export function htmlOfText(text: string): string {
  return escapeHtml(text).replace(/\r\n?|\n/g, "<br>");
}
