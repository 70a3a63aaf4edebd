import { textOf } from "../mail/sanitize-html";

/**
 * Places to go or to write to, as people and mail programs read them out of a text: with a kind, an address of mail, and a bare domain. Each begins only
 * where a run of its letters does: one that may begin at each letter reads the rest of the run anew for each.
 */
const places = [
  /(?:https?:\/\/|www\.)[^\s<>"']+/gi,
  /(?<![^\s<>"'@])[^\s<>"'@]+@[^\s<>"'@]+\.[^\s<>"'@]+/g,
  /(?<![A-Za-z0-9-]|[A-Za-z0-9-]\.)(?:[A-Za-z0-9-]+\.)+[a-z]{2,}\b(?:\/[^\s<>"']*)?/g,
];

/**
 * A text of a model with the links that stand in its sources: another link becomes its words.
 * @param html sanitised. @returns null where its words themselves name a place that no source names.
 */
export function onlyKnownLinks(html: string, sources: string): string | null {
  const known = plain(sources);
  const knows = (place: string) => known.includes(plain(place));
  const kept = html.replace(/<a\b([^<>]*)>([\s\S]*?)<\/a>/gi, (link, attributes: string, words: string) => {
    const target = decode(/href="([^"]*)"/i.exec(attributes)?.[1] ?? "").replace(/^(mailto|tel):/i, "");
    return target !== "" && knows(target) ? link : words;
  });
  const shown = textOf(kept);
  const named = places.flatMap((place) => shown.match(place) ?? []);
  return named.every(knows) ? kept : null;
}

/** Alike, however it is written: without kind, capitals, and what ends a sentence or an address. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/https?:\/\/(www\.)?|www\./g, "")
    .replace(/(?<![/.,;:!?)\]>])[/.,;:!?)\]>]+$/, "");
}

const decode = (text: string) => text.replace(/&amp;/g, "&");
