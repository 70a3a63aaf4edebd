import { escapeText, toEditor } from "../field-text";

/** The marks an editor knows; anything else of a text stands there as it was written. */
const mark = /^<(\/?)(p|br|strong|b|em|i|u|ul|ol|li|blockquote|a)(?:\s[^<>]*)?\/?>$/i;
const chip = /^<span data-field="(\w+)"(?: data-fallback="([^"]*)")?><\/span>$/;
const part = /<span data-field="\w+"(?: data-fallback="[^"<>]*")?><\/span>|<[^<>]*>|[^<]+|</g;

/**
 * A text as its editor will show it, before the editor is there. Of its marks only the names are kept: whatever an attribute of a stored text
 * holds, none is written.
 */
export function stillHtml(value: string, { single, placeholder }: { single: boolean; placeholder: string }): string {
  const shown = toEditor(value, single).replace(part, (piece) => {
    const field = chip.exec(piece);
    if (field) return chipHtml(field[1] ?? "", field[2]);
    const known = mark.exec(piece);
    if (known) return `<${known[1]}${known[2]?.toLowerCase()}>`;
    return piece.startsWith("<") ? escapeText(piece) : piece;
  });
  // A line without a word has its height all the same, also behind a break: browsers show none for the last one of a paragraph.
  const lines = shown.replace(/<p><\/p>/g, "<p><br></p>").replace(/<br><\/p>(?<!<p><br><\/p>)/g, "<br><br></p>");
  return lines === "" || lines === "<p><br></p>"
    ? `<p class="is-editor-empty" data-placeholder="${escapeText(placeholder)}"><br></p>`
    : lines;
}

function chipHtml(name: string, fallback: string | undefined): string {
  const [kept, said] = fallback === undefined ? ["", name] : [` data-fallback="${fallback}"`, `${name}, or “${fallback}”`];
  return `<span data-field="${name}"${kept} contenteditable="false">${said}</span>`;
}

/** What stands there, as a text: without the last break of each paragraph, which is there for its height alone, whoever put it there. */
export const textOfStill = (still: HTMLElement) => still.innerHTML.replace(/<br><\/p>/g, "</p>");

/** The empty line's words go with the first letter. */
export function hidePlaceholder(still: HTMLElement) {
  const empty = still.querySelector("[data-placeholder]");
  for (const name of ["class", "data-placeholder"]) empty?.removeAttribute(name);
}
