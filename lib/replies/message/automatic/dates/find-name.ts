import { languages } from "../languages/all-languages";
import { anyOf, cached } from "../languages/compile-language";
import type { Language } from "../languages/language";
import { foldText } from "../text/fold-text";

/** An expression for the names of the months. */
export function monthsOf(language: Language): string {
  return anyOf(
    language.months
      .map((month) => shortened(month, language.months))
      .join("|")
      .replaceAll("|", ", "),
    language,
  );
}

/** The forms of a name together with what it may be cut to: at least three letters, with which no other name begins. */
export function shortened(forms: string, all: readonly string[]): string {
  const names = forms.split("|");
  const [name = ""] = names;
  const whole = name.replace(/\*$/, "");
  const cut = /^\p{L}{5,}$/u.test(whole)
    ? [3, 4, 5]
        .map((length) => whole.slice(0, length))
        .filter((start) => start.length < whole.length && all.every((other) => other === forms || !other.startsWith(start)))
    : [];
  return [...new Set([...names, ...cut])].join("|");
}

/** Which of the twelve or seven names a word is, or -1. */
export function indexIn(list: readonly string[], word: string, language: Language): number {
  return list.findIndex((forms, at) =>
    cached(
      `${language.code} ${list.length} ${at}`,
      () => `^${anyOf(shortened(forms, list).split("|").join(", "), language)}\\.?$`,
    ).test(word),
  );
}

/** Whether a word after a number may be the name of a month in any language, so that the number is no day of this month. */
export function beginsWithMonth(text: string): boolean {
  const word = /^[.\s]{0,3}(?:de |of |ta )?(\p{L}{3,})/u.exec(text)?.[1];
  return word !== undefined && everyMonth.some((name) => word.startsWith(name));
}

const everyMonth = [
  ...new Set(
    languages
      .flatMap(({ months }) =>
        months.flatMap((forms) => forms.split("|").map((name) => foldText(name.replace("*", "")).slice(0, 4))),
      )
      .filter((name) => /^\p{L}{3,}$/u.test(name)),
  ),
];
