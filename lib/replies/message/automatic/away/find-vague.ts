import { anyOf, cached, wordsOf } from "../languages/compile-language";
import type { Language } from "../languages/language";
import { splitSentences } from "../text/split-sentences";

const week =
  "(?<!\\p{L})(?:kw|kalenderwoche|week|wk|semaine|semana|settimana|vecka|v|uge|uke|viikko|vk|viikolla|tyzden|tydzien|het)\\.?\\s?\\d{1,2}(?!\\d)";

/** A sentence that names a time of return which is no day: "until October", "week 42", "for a few weeks". */
export function findVague(
  text: string,
  folded: string,
  languages: readonly Language[],
): { sentence: string; words: string } | null {
  for (const language of languages) {
    const months = anyOf(
      language.months.flatMap((month) => month.split("|").filter((name) => name.length > 3)).join(", "),
      language,
    );
    const time = cached(
      `${language.code} vague time`,
      () => `${week}|(?<!\\p{L})${months}(?!\\p{L})|${wordsOf(language, "vague").source}`,
    );
    for (const { start, end } of splitSentences(text, [])) {
      const words = folded.slice(start, end);
      if (!wordsOf(language, "away").test(words) && !wordsOf(language, "back").test(words)) continue;
      const found = time.exec(words);
      if (found)
        return {
          sentence: text.slice(start, end),
          words: text.slice(start + found.index, start + found.index + found[0].length),
        };
    }
  }
  return null;
}
