import type { NamedDay } from "../dates/named-day";
import { anyOf, cached, wordsOf } from "../languages/compile-language";
import type { Language } from "../languages/language";
import type { Span } from "../text/split-sentences";

/**
 * What a sentence says around one of its days. `denied`: and denies it, in the day's own clause. `others`: of somebody else. `near`: it is the
 * day's own clause that says it.
 */
export type Sense = { what: "back" | "present" | "away" | "reply" | null; denied: boolean; others: boolean; near: boolean };

/** What stands farther away in a sentence than this many letters does not speak of the day. */
const farthest = 300;

/**
 * The sense of a day: of its own clause first, then of what stands before it, then of what stands after it. "I am on holiday and back on
 * 14 August" has two clauses, and the day belongs to the second; what stands between two days belongs to the later one.
 */
export function readSense(folded: string, sentence: Span, days: NamedDay[], at: number, language: Language): Sense {
  const day = days[at] as NamedDay;
  const last = Math.min(sentence.end, day.end + farthest);
  const first = Math.max(sentence.start, day.start - farthest);
  const before = Math.max(first, days[at - 1]?.end ?? first);
  const next = days[at + 1];
  const clauses = clausesBefore(folded, before, day.start, language);
  const own = { start: clauses[0]?.start ?? before, end: clauseEnd(folded, day.end, next?.start ?? last, language) };
  const places: Span[] = [
    { start: own.start, end: day.start },
    { start: day.end, end: own.end },
    ...clauses.slice(1),
    ...clausesBefore(folded, first, before, language),
    { start: day.end, end: next ? own.end : last },
    { start: day.end, end: last },
  ];
  for (const [at, { start, end }] of places.entries()) {
    const what = senseOf(folded.slice(start, end), language);
    if (what) {
      const denied = at < 2 && denies(folded.slice(own.start, own.end), language);
      const said = folded.slice(first, Math.max(end, own.end));
      return { what, denied, others: language.others ? wordsOf(language, "others").test(said) : false, near: at < 2 };
    }
  }
  return { what: null, denied: false, others: false, near: false };
}

function breaksOf(language: Language): RegExp {
  return cached(
    `${language.code} breaks`,
    () =>
      language.unspaced
        ? "[，,、;；。()（）\\n]|[:：](?!\\d)"
        : `[,;()\\n]|:(?!\\d)|\\s-\\s|(?<![\\p{L}\\p{N}])(?:${anyOf(language.and, language)})(?![\\p{L}\\p{N}])`,
    "gu",
  );
}

/** The clauses of a stretch of text that ends where a day begins, the nearest first. */
function clausesBefore(folded: string, start: number, end: number, language: Language): Span[] {
  const text = folded.slice(start, end);
  const clauses: Span[] = [];
  let last = end;
  for (const { 0: mark, index } of [...text.matchAll(breaksOf(language))].reverse()) {
    // A word that joins may say something itself, as Arabic glues its "and" to the verb.
    const from = start + index + (/^\p{L}/u.test(mark) ? 0 : mark.length);
    clauses.push({ start: from, end: last });
    last = start + index;
  }
  return [...clauses, { start, end: last }];
}

function clauseEnd(folded: string, start: number, end: number, language: Language): number {
  const text = folded.slice(start, end);
  const next = [...text.matchAll(breaksOf(language))].find(
    ({ 0: mark, index }) => /[,;\n，、；]/.test(mark) || text.slice(0, index).trim() !== "",
  );
  return next ? start + next.index : end;
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
