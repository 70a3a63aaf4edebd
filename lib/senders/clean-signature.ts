import sanitizeHtml from "sanitize-html";

/** The HTML a signature block may hold; everything else loses its tags and keeps its text. */
export function cleanSignature(html: string): string {
  return sanitizeHtml(html, {
    allowedTags: ["p", "br", "strong", "em", "u", "a", "ul", "ol", "li"],
    allowedAttributes: { a: ["href"] },
    allowedSchemes: ["https", "http", "mailto", "tel"],
    allowProtocolRelative: false,
    transformTags: { b: "strong", i: "em", div: "p" },
    nonTextTags: ["style", "script", "textarea", "option", "noscript", "title"],
  }).trim();
}

/** A plain text as a signature block: one paragraph, a line break for each line. */
export function signatureFromText(text: string): string {
  const escaped = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  const lines = escaped.replaceAll("\r", "").trim().split("\n");
  return escaped.trim() === "" ? "" : `<p>${lines.map((line) => line.trim()).join("<br>")}</p>`;
}

/** The lines of a signature block as plain text, for editing. */
export function signatureToText(html: string): string {
  const lines = html.replaceAll(/<br\s*\/?>|<\/(p|li)>/gi, "\n");
  const named: Record<string, string> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'", "&nbsp;": " " };
  return sanitizeHtml(lines, { allowedTags: [], allowedAttributes: {} })
    .replaceAll(/&(amp|lt|gt|quot|#39|nbsp);/g, (entity) => named[entity] ?? entity)
    .trim();
}
