import { de } from "./de";
import { en } from "./en";
import { fr } from "./fr";
import type { Words } from "./words";

const languages = { en, de, fr } satisfies Record<string, Words>;
export type Language = keyof typeof languages;
const known = Object.keys(languages) as Language[];

/** No browser sends more; what pretends to is not read to its end. */
const mostRead = 1000;

/**
 * The language of ours that a reader likes best, by what their browser says (Accept-Language, RFC 9110 12.5.4): the highest weight first, of
 * equals the first named; a region is heard as its language, and a weight of nothing refuses one. English where none is named.
 */
export function chooseLanguage(accepted: string | null): Language {
  const ranges = (accepted ?? "").slice(0, mostRead).split(",").flatMap(rangeOf);
  const refused = ranges.filter(({ weight }) => weight === 0).map(({ tag }) => tag);
  const open = known.filter((language) => !refused.includes(language));
  for (const { tag } of ranges.filter(({ weight }) => weight > 0).sort((a, b) => b.weight - a.weight)) {
    const found = tag === "*" ? open[0] : open.find((language) => tag === language || tag.startsWith(`${language}-`));
    if (found) return found;
  }
  return "en";
}

/** What is written wrongly is left out. */
function rangeOf(text: string): { tag: string; weight: number }[] {
  const read = /^\s*(\*|[a-z]{1,8}(?:-[a-z0-9]{1,8})*)\s*(?:;\s*q\s*=\s*([01](?:\.\d{0,3})?)\s*)?$/i.exec(text);
  const weight = Number(read?.[2] ?? 1);
  return read?.[1] && weight <= 1 ? [{ tag: read[1].toLowerCase(), weight }] : [];
}

export const wordsIn = (language: Language): Words => languages[language];
