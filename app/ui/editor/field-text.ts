/** A merge field inside a text: `{{ first_name | default: "there" }}`. */
const field = /\{\{-?\s*([A-Za-z_]\w*)\s*(?:\|\s*default:\s*(?:"([^"]*)"|&quot;((?:(?!&quot;).)*)&quot;|'([^']*)')\s*)?-?\}\}/g;

/** Fields as elements the editor shows as chips; any other instruction stays text. */
export function withChips(html: string): string {
  return html.replace(field, (_, name: string, a?: string, b?: string, c?: string) => {
    const fallback = a ?? b ?? c;
    return `<span data-field="${name}"${fallback === undefined ? "" : ` data-fallback="${escapeText(fallback)}"`}></span>`;
  });
}

/** The same chips as text again. */
export function withoutChips(html: string): string {
  return html.replace(
    /<span data-field="(\w+)"(?: data-fallback="([^"]*)")?[^<>]*>[^<]*<\/span>/g,
    (_, name: string, fallback?: string) => fieldText(name, fallback === undefined ? null : unescapeText(fallback)),
  );
}

/** A text as an editor takes it. One line is plain text. */
export function toEditor(value: string, single: boolean): string {
  return single ? `<p>${withChips(escapeText(value))}</p>` : withChips(value);
}

/** What an editor holds as a text again; an empty one is none. */
export function fromEditor(html: string, single: boolean): string {
  const text = withoutChips(html);
  if (single) return unescapeText(text.replace(/<[^<>]*>/g, ""));
  return /^<p>(<br>)?<\/p>$/.test(text) ? "" : text;
}

/** How a field stands in a text. Quotation marks in a fallback become typographic, because they would end it. */
function fieldText(name: string, fallback: string | null): string {
  return fallback === null ? `{{ ${name} }}` : `{{ ${name} | default: "${fallback.replace(/"/g, "”")}" }}`;
}

export function escapeText(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}

function unescapeText(text: string): string {
  return text
    .replace(/&quot;/g, '"')
    .replace(/&gt;/g, ">")
    .replace(/&lt;/g, "<")
    .replace(/&amp;/g, "&");
}
