import sanitize from "sanitize-html";

/**
 * The subset of HTML a mail's text may use: paragraphs, lists, emphasis and links of four kinds.
 * Everything else goes, scripts and styles with their content. Doing it again changes nothing.
 */
export function sanitizeHtml(html: string): string {
  return sanitize(html, {
    allowedTags: ["p", "br", "b", "strong", "i", "em", "u", "a", "ul", "ol", "li", "blockquote"],
    allowedAttributes: { a: ["href"] },
    allowedSchemes: ["http", "https", "mailto", "tel"],
    allowedSchemesAppliedToAttributes: ["href"],
    allowProtocolRelative: false,
    transformTags: { div: "p", h1: "p", h2: "p", h3: "p" },
    disallowedTagsMode: "discard",
  }).trim();
}

/** The words of a text, one line a paragraph. */
export function textOf(html: string): string {
  return sanitize(html.replace(/<br\s*\/?>/gi, "\n").replace(/<\/(p|li|blockquote)>/gi, "\n"), {
    allowedTags: [],
    allowedAttributes: {},
  })
    .replace(/&amp;/g, "&")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/\n{2,}/g, "\n")
    .trim();
}
