import { diffWordsWithSpace } from "diff";
import { escapeHtml } from "@/lib/templates/render/escape-html";
import { linesOf } from "@/lib/templates/render/sanitize-html";

/** What an edit changed in a text, word by word, as HTML: added words in `ins`, removed ones in `del`, one `p` a line. */
export function compareTexts(before: string, after: string): string {
  const words = diffWordsWithSpace(linesOf(before), linesOf(after)).map(({ value, added, removed }) => {
    const [open, close] = added ? ["<ins>", "</ins>"] : removed ? ["<del>", "</del>"] : ["", ""];
    return value
      .split("\n")
      .map((line) => (line === "" ? "" : `${open}${escapeHtml(line)}${close}`))
      .join("</p><p>");
  });
  return `<p>${words.join("")}</p>`;
}
