import { foldText } from "../text/fold-text";
import type { Language } from "./language";

/** Two ways to write these where a keyboard has not the letter. */
const spelled: Record<string, string> = { ä: "ae", ö: "oe", ü: "ue", å: "aa", ø: "oe", æ: "ae", ß: "ss" };
const never = "(?!)";
const gap = "(?:[\\s,]{1,3}[\\p{L}\\p{N}'.-]{1,24}){0,4}?(?:[\\s,]{1,3}|(?<=\\s))";
const looseGap = "[^.!?。\\n]{0,12}?";
const compiled = new Map<string, RegExp>();

/** The phrases of a list. A comma within brackets divides nothing. */
export function phrases(list: string): string[] {
  const all: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < list.length; at += 1) {
    const letter = list.charAt(at);
    if (letter === "\\") at += 1;
    else if (letter === "(") depth += 1;
    else if (letter === ")") depth -= 1;
    else if (letter === "," && depth === 0 && /\s/.test(list.charAt(at + 1))) {
      all.push(list.slice(start, at).trim());
      start = at + 1;
    }
  }
  all.push(list.slice(start).trim());
  return all.filter(Boolean);
}

/** The source of an expression that finds any of these phrases; the longest first, since the first that fits is taken. */
export function anyOf(list: string | undefined, language: Pick<Language, "unspaced">, firm: string | null = null): string {
  const sources = phrases(list ?? "")
    .sort((one, other) => other.length - one.length)
    .map((phrase) => source(phrase, language.unspaced === true, firm));
  return sources.length > 0 ? `(?:${sources.join("|")})` : never;
}

function source(phrase: string, unspaced: boolean, firm: string | null): string {
  const text = phrase.replace(/~$/, "");
  let all = "";
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charAt(at);
    const escaped = letter === "\\" ? (/^\\p\{\w+\}|^\\./.exec(text.slice(at))?.[0] ?? "") : "";
    if (escaped) {
      all += escaped;
      at += escaped.length - 1;
    } else if (letter === "*") all += unspaced ? ".{0,6}?" : "\\p{L}{0,12}";
    else if (letter === "~") all += unspaced ? looseGap : gap;
    else if (letter === "@") all += firm ?? never;
    else if (letter === " " && text.charAt(at + 1) === "?") {
      all += "\\s{0,3}";
      at += 1;
    } else if (letter === " ") all += unspaced ? "\\s{0,2}" : "\\s{1,3}";
    else if (letter.toLowerCase() in spelled) all += `(?:${foldText(letter)}|${spelled[letter.toLowerCase()]})`;
    else all += foldText(letter);
  }
  return all;
}

const edge = { before: "(?<![\\p{L}\\p{N}])", after: "(?![\\p{L}\\p{N}])" };

/** Finds any of the phrases as whole words. */
export function wordsOf(
  language: Language,
  field: Exclude<keyof Language, "script" | "unspaced" | "months" | "weekdays">,
): RegExp {
  return cached(`${language.code} ${field}`, () => {
    const list = anyOf(language[field], language);
    return language.unspaced ? list : `${edge.before}${list}${edge.after}`;
  });
}

/** The same with the names under which a firm may be written, which no cache keeps. */
export function wordsOfFirm(language: Language, list: string, firm: string | null): RegExp {
  const found = anyOf(list, language, firm);
  return new RegExp(language.unspaced ? found : `${edge.before}${found}${edge.after}`, "u");
}

/** An expression made once from a source that belongs to a language. */
export function cached(name: string, make: () => string, flags = "u"): RegExp {
  const known = compiled.get(name);
  if (known) return known;
  const made = new RegExp(make(), flags);
  compiled.set(name, made);
  return made;
}
