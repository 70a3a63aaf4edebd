import { fold } from "../fold";
import { hasLegalForm } from "../words/legal-forms";
import { commaSuffixes, dottedTitles, noNames, particles, suffixes, titles } from "../words/name-words";

/** `name` is the whole name without titles, in the order in which it is spoken; empty where the cell holds no name. */
export type SplitName = { first: string | null; last: string | null; name: string };

const cjk = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const courtesy = /\s*(様|さま|さん|殿|先生|女士|님|씨)$/u;

/**
 * Takes a whole name apart, so that a greeting says "Marie" and not "Dr" or "DUPONT". What is not certain stays null: of
 * "Dr Hale" only the last name is known, a name in East Asian script stays whole, a company, a couple or an address has neither.
 */
export function splitName(full: string): SplitName {
  const text = clean(full);
  if (!/\p{L}/u.test(text) || text.includes("@") || noNames.has(fold(text))) return { first: null, last: null, name: "" };
  if (cjk.test(text)) return { first: null, last: null, name: text.replace(courtesy, "") };
  if (hasLegalForm(text) || /\p{N}|\s(&|\+|and|und|et)\s/iu.test(text)) return { first: null, last: null, name: text };
  const parts = text.split(/\s*[,;]\s*/).filter((part) => part !== "" && !isSuffixes(part));
  const [before = "", behind] = parts;
  const last = withoutTitles(before.split(" "));
  if (behind === undefined) return spoken(last.words, last.titled, text);
  const first = withoutTitles(behind.split(" ")).words;
  if (first.length === 0) return spoken(last.words, true, text);
  return named(greeted(first), last.words.join(" "), [...first, ...last.words].join(" "));
}

/** "Lea Hale <lea@hale.example>" holds a name, "lea@hale.example" none; what stands in brackets or behind a dash is a remark. */
function clean(full: string): string {
  return full
    .normalize("NFC")
    .replace(/\s*<[^<>]*>\s*$|[([][^()[\]]*[)\]]/g, " ")
    .replace(/["“”„«»]|^'|'$/g, "")
    .replace(/\s[|–—-]\s.*$/, "")
    .replace(/\s+/g, " ")
    .trim();
}

function spoken(words: string[], titled: boolean, text: string): SplitName {
  const [only, second] = words;
  if (only === undefined) return { first: null, last: null, name: text };
  if (second === undefined) return titled ? named(null, only, only) : named(only, null, only);
  const [from, to] = capitalsOf(words) ?? [startOfLast(words), words.length];
  const lastNames = words.slice(from, to);
  const rest = [...words.slice(0, from), ...words.slice(to)];
  return named(greeted(rest), lastNames.join(" "), [...rest, ...lastNames].join(" "));
}

/** "DUPONT Marie" and "Marie DE LA CRUZ": some names in capitals, of three letters and more, at one end. */
function capitalsOf(words: string[]): [from: number, to: number] | null {
  const isCapital = (word: string) => word === word.toUpperCase() && word !== word.toLowerCase() && !word.includes(".");
  const from = words.findIndex(isCapital);
  const to = words.findLastIndex(isCapital) + 1;
  const group = words.slice(from, to);
  if (from < 0 || group.length === words.length || !group.every(isCapital)) return null;
  return group.some((word) => word.length > 2) && (from === 0 || to === words.length) ? [from, to] : null;
}

/** Where the last name begins: at its first particle ("Ludwig van der Berg"), otherwise with the last word. */
function startOfLast(words: string[]): number {
  const joined = words.findIndex((word, index) => index > 1 && index < words.length - 1 && word.toLowerCase() === "y");
  if (joined > 0) return joined - 1;
  const particle = words.findIndex((word, index) => index > 0 && index < words.length - 1 && particles.has(fold(word)));
  return particle > 0 ? particle : words.length - 1;
}

/** The name to greet by: "Lea" of "Lea M.", "Night" of "M. Night"; none where there are only initials. */
function greeted(words: string[]): string | null {
  return words.find((word) => fold(word).length > 1 && !/^(\p{L}\.)+$/u.test(word)) ?? null;
}

function withoutTitles(all: string[]): { words: string[]; titled: boolean } {
  let words = all;
  while (words[0] !== undefined && isTitle(words[0])) words = words.slice(1);
  const titled = words.length < all.length;
  while (words.length > 1 && suffixes.has(fold(words.at(-1) ?? ""))) words = words.slice(0, -1);
  return { words, titled };
}

function isTitle(word: string): boolean {
  return titles.has(fold(word)) || (word.endsWith(".") && dottedTitles.has(fold(word)));
}

function isSuffixes(part: string): boolean {
  return part.split(/[\s/&]+/).every((word) => suffixes.has(fold(word)) || commaSuffixes.has(fold(word)) || fold(word) === "");
}

function named(first: string | null, last: string | null, name: string): SplitName {
  return { first, last, name };
}
