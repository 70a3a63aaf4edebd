import { escapeHtml } from "../mail/escape-html";

/** A plain text as a signature block: one paragraph, a line break for each line. */
export function signatureFromText(text: string): string {
  const lines = text.replaceAll("\r", "").trim().split("\n");
  return text.trim() === "" ? "" : `<p>${lines.map((line) => escapeHtml(line.trim())).join("<br>")}</p>`;
}
