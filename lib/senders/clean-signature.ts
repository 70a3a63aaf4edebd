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
  const lines = text
    .replaceAll("\r", "")
    .trim()
    .split("\n")
    .map((line) => sanitizeHtml(line.trim(), { allowedTags: [], disallowedTagsMode: "escape" }));
  return lines.length === 1 && lines[0] === "" ? "" : `<p>${lines.join("<br>")}</p>`;
}
