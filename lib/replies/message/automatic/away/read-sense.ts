import type { NamedDay } from "../dates/named-day";
import { anyOf, cached, wordsOf } from "../languages/compile-language";
import type { Language } from "../languages/language";
import type { Span } from "../text/split-sentences";

/** What a sentence says around one of its days. `denied`: and denies it. `others`: of somebody else. */
export type Sense = { what: "back" | "present" | "away" | "reply" | null; denied: boolean; others: boolean };

/**
 * The sense of a day: of its own clause, between the days before and after it; then of the clauses before; then of those after.
 * "I am on holiday and back on 14 August" has two clauses, and the day belongs to the second.
 */
export function readSense(folded: string, sentence: Span, days: NamedDay[], at: number, language: Language): Sense {
  const day = days[at] as NamedDay;
  const before = days[at - 1]?.end ?? sentence.start;
  const after = days[at + 1]?.start ?? sentence.end;
  const own = clauseAround(folded, day, before, after, language);
  const places: [number, number][] = [
    [own.start, day.start],
    [day.end, own.end],
    [before, day.start],
    [day.end, after],
    [sentence.start, day.start],
    [day.end, sentence.end],
  ];
  for (const [start, end] of places) {
    const words = folded.slice(start, end);
    const what = senseOf(words, language);
    if (what) {
      const clause = folded.slice(Math.min(start, own.start), Math.max(end, own.end));
      return { what, denied: denies(clause, language), others: aboutOthers(folded.slice(sentence.start, Math.max(end, own.end)), language) };
    }
  }
  return { what: null, denied: false, others: false };
}

function clauseAround(folded: string, day: NamedDay, before: number, after: number, language: Language): Span {
  const breaks = cached(
    `${language.code} breaks`,
    () => (language.unspaced ? "[，,、;；。:：()（）\\n]" : `[,;:()\\n]|\\s-\\s|(?<![\\p{L}\\p{N}])(?:${anyOf(language.and, language)})(?![\\p{L}\\p{N}])`),
    "gu",
  );
  const left = folded.slice(before, day.start);
  let start = before;
  for (const match of left.matchAll(breaks)) {
    // What stands right before the day belongs to it, as a comma before its year or "and including" do.
    if (left.slice(match.index + match[0].length).trim().length > 0 || senseOf(left.slice(match.index), language)) start = before + match.index + match[0].length;
  }
  const right = folded.slice(day.end, after);
  const next = [...right.matchAll(breaks)].find(({ index }) => right.slice(0, index).trim() !== "");
  return { start, end: next ? day.end + next.index : after };
}

function senseOf(words: string, language: Language): Sense["what"] {
  const reply = wordsOf(language, "reply").exec(words);
  const rest = reply ? words.replace(reply[0], " ") : words;
  if (wordsOf(language, "back").test(rest)) return "back";
  if (wordsOf(language, "away").test(rest)) return "away";
  if (wordsOf(language, "present").test(rest)) return denies(rest, language) ? "away" : "present";
  return reply ? "reply" : null;
}

function denies(words: string, language: Language): boolean {
  if (!language.not) return false;
  // English glues its denial to the verb.
  return wordsOf(language, "not").test(words) || (language.code === "en" && words.includes("n't"));
}

function aboutOthers(words: string, language: Language): boolean {
  return language.others ? wordsOf(language, "others").test(words) : false;
}
