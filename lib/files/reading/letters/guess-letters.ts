import { decodeWhole } from "./decode-whole";
import type { Encoding } from "./encodings";
import { judgeAsian } from "./judge-asian";
import { type Language, languages } from "./languages";

/** How well the letters fit. `places`: parts of words around bytes that are no ASCII, as they read. `score`: from 0 for letters that fit no language to 1. */
export type Guess = { encoding: Encoding; language: string | null; score: number };

/** What stands in texts of any language beside its letters. */
const signs = new Set("“”„‘’‚«»–—…•·°§©®™€£¥¿¡´`¨ªº²³½¼¾×±\u00a0№");
/** So little better is a matter of opinion: a person is shown both. */
export const closeBy = 0.12;

const sum = (marks: readonly number[]) => marks.reduce((all, one) => all + one, 0);

/**
 * Which encodings the bytes of a text may be, the likeliest first. It is no Unicode. Each is judged by whether one language has all the letters it would
 * give, by their case within words, and by the countries of the addresses in the file.
 * @param places parts of the file around bytes that are no ASCII, with some ASCII about them.
 * @param domains endings of the addresses in the file, each as often as it is there.
 */
export function guessLetters(places: readonly Uint8Array[], domains: readonly string[]): Guess[] {
  const share = (language: Language) =>
    domains.length === 0 ? 0 : domains.filter((one) => language.domains.includes(one)).length / domains.length;
  const guesses: Guess[] = [];
  for (const [name, language] of Object.entries(languages)) {
    for (const [rank, encoding] of language.encodings.entries()) {
      const decoder = new TextDecoder(encoding);
      const marks = places.map((place) => judge(decodeWhole(decoder, place), language));
      const score = sum(marks) / Math.max(1, marks.length) + share(language) * 0.25 + language.prior * 0.02 - rank * 0.04;
      guesses.push({ encoding, language: name, score });
    }
  }
  for (const encoding of ["shift_jis", "euc-jp", "gb18030", "big5", "euc-kr"] as const) {
    const decoder = new TextDecoder(encoding);
    guesses.push({ encoding, language: null, score: judgeAsian(encoding, places, decoder, domains) });
  }
  const best = new Map<Encoding, Guess>();
  for (const guess of guesses.sort((a, b) => b.score - a.score)) if (!best.has(guess.encoding)) best.set(guess.encoding, guess);
  return [...best.values()];
}

/** How well one place reads in a language, from -1 to 1. */
function judge(text: string, { letters, frequent }: Language): number {
  const marks: number[] = [];
  for (const [word] of text.matchAll(/[^\s\x21-\x26\x28-\x2c\x2e-\x40\x5b-\x60\x7b-\x7e]+/g)) {
    const strange = [...word].filter((letter) => letter > "\x7f");
    if (strange.length === 0) continue;
    const inWord = /[A-Za-z]/.test(word) || strange.length > 1;
    for (const letter of strange) {
      const lower = letter.toLowerCase();
      if (letters.includes(lower)) marks.push(markOf(lower, word, frequent));
      else if (letter === "’" && /[A-Za-z]’[A-Za-z]/.test(word)) marks.push(1);
      else if (signs.has(letter)) marks.push(/\p{L}/u.test(word) && !/^[“”„‘’‚«»–—…•·\u00a0™®©]/.test(letter) ? -0.8 : 0.4);
      else marks.push(/\p{L}/u.test(letter) ? -0.7 : -1);
    }
    if (inWord) marks.push(...miscased(word));
    if (frequent && strange.length > 1 && /^\p{Ll}/u.test(word)) marks.push(0.4);
    // A script of its own does not stand in the middle of Latin words.
    if (frequent && /[A-Za-z]/.test(word)) marks.push(-1);
  }
  return marks.length === 0 ? 0 : sum(marks) / marks.length;
}

/** A letter of the language: less where it is a rare one, or a word of its own, or stands where an apostrophe would. */
function markOf(letter: string, word: string, frequent: string | undefined): number {
  if (frequent) return frequent.includes(letter) ? 1 : 0;
  return word.length === 1 || /^[A-Z][^\x20-\x7e][A-Z][a-z]/.test(word) ? 0.1 : 1;
}

/** A capital letter behind a small one inside a word is seldom meant. */
function miscased(word: string): number[] {
  const wrong = [...word.matchAll(/\p{Ll}(?!\p{Ll})\p{Lu}/gu)].filter(([pair]) => /[^\x20-\x7e]/.test(pair));
  return wrong.map(() => -0.6);
}
