import { textOfHtml } from "../../mail/text-of-html";
import { findQuoted } from "./find-quoted";

export type Split = { words: string; quote: string | null };

/**
 * The writer's own words, and the mails below them. Where nothing would be left of their words, because they forward a mail or wrote into the one they
 * answer, all of it is theirs. @param unique what Exchange says is theirs, where it says so.
 */
export function splitQuoted(html: string, unique: string | null): Split {
  const ranges = findQuoted(html);
  const quote = ranges.map(({ begin, end }) => html.slice(begin, end)).join("");
  let words = "";
  let from = 0;
  for (const { begin, end } of ranges) {
    words += html.slice(from, begin);
    from = end;
  }
  words += html.slice(from);
  // Exchange leaves out what stands behind a quote; whoever answered below it is heard all the same.
  if (ranges.length > 0 && hasWords(words)) return { words, quote: hasWords(quote) ? quote : null };
  const own = unique !== null && hasWords(unique) ? unique : null;
  if (own && lettersOf(html) > lettersOf(own) * 1.1 + 40) return { words: own, quote: html };
  return { words: html, quote: null };
}

const lettersOf = (html: string) => textOfHtml(html).replace(/\s+/g, "").length;
const hasWords = (html: string) => lettersOf(html) > 0 || /<img\b/i.test(html);
