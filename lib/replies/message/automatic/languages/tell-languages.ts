import { foldText } from "../text/fold-text";
import { languages } from "./all-languages";
import { phrases } from "./compile-language";
import type { Language } from "./language";

const tellers = new Map(languages.map((language) => [language, new Set(wordsThatTell(language))]));
/** Up to this many words and letters tell a language as well as all would. */
const enough = 400;

/** How many of a language's words stand in a sentence. */
export function scoreOf(folded: string, language: Language): number {
  const words = tellers.get(language);
  const told = (folded.slice(0, 600).match(/[\p{L}']+/gu) ?? []).filter((word) => words?.has(word)).length;
  return told + (language.script ? (folded.slice(0, 600).match(language.script)?.length ?? 0) / 4 : 0);
}

/** Frequent words, the names of days and months, and what is said of absence. */
function wordsThatTell({ common, months, weekdays, away, back, until, coming, today, tomorrow }: Language): string[] {
  const names = [...months, ...weekdays].flatMap((forms) => forms.split("|"));
  const said = [away, back, until, coming, today, tomorrow].flatMap((list) => phrases(list ?? ""));
  return [...common.split(" "), ...names, ...said]
    .filter((word) => /^[\p{L}']{3,}\*?$|^\p{L}+$/u.test(word))
    .map((word) => foldText(word.replace("*", "")));
}

/** The languages a text may be written in, the likeliest first, each with how many of its frequent words stand there. */
export function tellLanguages(text: string, folded: string): { language: Language; score: number }[] {
  const words = (folded.slice(0, 6000).match(/[\p{L}']+/gu) ?? []).slice(0, enough);
  const counted = new Map<string, number>();
  for (const word of words) counted.set(word, Math.min(3, (counted.get(word) ?? 0) + 1));
  const start = text.slice(0, 3000).toLowerCase();
  const kana = start.match(/[ぁ-んァ-ヶ]/gu)?.length ?? 0;
  return languages
    .map((language) => {
      let score = 0;
      for (const [word, times] of counted) if (tellers.get(language)?.has(word)) score += times;
      if (language.script) score += Math.min(40, (start.match(language.script)?.length ?? 0) / 4);
      // Japanese is written with Chinese letters too, and a line of it with these alone.
      if (language.code === "zh" && kana > 3) score = 0;
      if (language.code === "ja" && kana === 0) score += Math.min(10, (start.match(/[一-鿿]/gu)?.length ?? 0) / 8);
      return { language, score };
    })
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score);
}
