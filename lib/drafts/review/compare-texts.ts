import { diffWordsWithSpace } from "diff";
import { escapeHtml } from "@/lib/mail/escape-html";
import { linesOf } from "@/lib/mail/sanitize-html";

/** Stands for a break inside a paragraph while texts are compared. */
const lineBreak = "\u2028";
/** Further apart than this, two texts are shown as wholly different: word by word they would take seconds. */
const mostEdits = 2000;

/**
 * What an edit changed in a text, word by word, as HTML: added words in `ins`, removed ones in `del`, paragraphs and breaks as they
 * stand. Where a link leads to counts as a word of its own once it was changed; a change of emphasis alone is said in a line.
 */
export function compareTexts(before: string, after: string): string {
  const withTargets = targetsOf(before) !== targetsOf(after);
  const [was, is] = [wordsOf(before, withTargets), wordsOf(after, withTargets)];
  const parts = diffWordsWithSpace(was, is, { maxEditLength: mostEdits }) ?? [
    { value: was, added: false, removed: true },
    { value: is, added: true, removed: false },
  ];
  const words = parts.map(({ value, added, removed }) => {
    const [open, close] = added ? ["<ins>", "</ins>"] : removed ? ["<del>", "</del>"] : ["", ""];
    return value
      .split("\n")
      .map((paragraph) =>
        paragraph
          .split(lineBreak)
          .map((line) => (line === "" ? "" : `${open}${escapeHtml(line)}${close}`))
          .join("<br>"),
      )
      .join("</p><p>");
  });
  const same = parts.every(({ added, removed }) => !added && !removed);
  const note = same && before !== after ? "<p><ins>Only emphasis or lists were changed, no word.</ins></p>" : "";
  return `${note}<p>${words.join("")}</p>`;
}

function wordsOf(html: string, withTargets: boolean): string {
  const shown = withTargets ? html.replace(/<a\s[^>]*href="([^"]*)"[^>]*>(.*?)<\/a>/gs, "$2 ($1)") : html;
  return linesOf(shown.replace(/<br\s*\/?>/gi, lineBreak));
}

function targetsOf(html: string): string {
  return [...html.matchAll(/href="([^"]*)"/g)].map((link) => link[1]).join(" ");
}
