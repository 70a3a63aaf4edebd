import sanitize from "sanitize-html";
import { withoutDepths } from "./text/without-depths";

/**
 * The subset of HTML a mail's text and its signature block may use: paragraphs, lists, emphasis and links of four kinds.
 * Everything else goes, scripts and styles with their content. Doing it again changes nothing.
 */
export function sanitizeHtml(html: string): string {
  return sanitize(withoutDepths(html), {
    allowedTags: ["p", "br", "b", "strong", "i", "em", "u", "a", "ul", "ol", "li", "blockquote"],
    allowedAttributes: { a: ["href"] },
    allowedSchemes: ["http", "https", "mailto", "tel"],
    allowedSchemesAppliedToAttributes: ["href"],
    allowProtocolRelative: false,
    transformTags: { div: "p", h1: "p", h2: "p", h3: "p" },
    disallowedTagsMode: "discard",
    nonTextTags: ["style", "script", "textarea", "option", "noscript", "title"],
  }).trim();
}

/** The words of a text, one line a paragraph. */
export function textOf(html: string): string {
  return linesOf(html).replace(/\n{2,}/g, "\n");
}

/** The lines of a text as they stand, empty ones too. */
export function linesOf(html: string): string {
  const named: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'", nbsp: " " };
  return sanitize(withoutDepths(html).replace(/<br\s*\/?>|<\/(p|li|blockquote)>/gi, "\n"), {
    allowedTags: [],
    allowedAttributes: {},
  })
    .replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (entity, name: string) => named[name] ?? entity)
    .trim();
}
