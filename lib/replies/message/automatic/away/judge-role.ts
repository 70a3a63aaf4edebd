import type { NamedDay } from "../dates/named-day";
import { unnamed } from "../dates/named-day";
import { anyOf, cached } from "../languages/compile-language";
import type { Language } from "../languages/language";
import type { Span } from "../text/split-sentences";

export type Role = "until" | "after" | "from" | "before" | "on";

const time = "\\d{1,2}(?:[:.h]\\d{2})?\\s?(?:uhr|am|pm|a\\.m\\.|p\\.m\\.|h|hrs|時|点|點|시)|\\d{1,2}[:.]\\d{2}";

/** What the words right before and right after a day make of it, and where its range begins. */
export function roleOf(
  folded: string,
  sentence: Span,
  days: NamedDay[],
  at: number,
  language: Language,
): { role: Role; from: NamedDay | null } {
  const day = days[at] as NamedDay;
  const left = folded.slice(Math.max(sentence.start, day.start - 70), day.start);
  const right = folded.slice(day.end, Math.min(sentence.end, day.end + 50));
  const span = folded.slice(day.start, day.end);
  const from = day.first
    ? { ...day, month: day.first.month, day: day.first.day, first: null, weekday: null }
    : rangeStart(folded, days, at, left, language);
  const role = ((): Role => {
    if (ends(left, language, "before") || begins(right, language, "beforeAfter")) return "before";
    if (begins(right, language, "afterAfter") || ends(left, language, "after")) return "after";
    if (begins(right, language, "fromAfter") || endsItself(span, language, "fromEnding")) return "from";
    if (
      from ||
      ends(left, language, "until") ||
      begins(right, language, "untilAfter") ||
      endsItself(span, language, "untilEnding")
    )
      return "until";
    return ends(left, language, "from") ? "from" : "on";
  })();
  return { role, from };
}

/** Whether a text ends with one of these words and nothing but small ones after it. */
function ends(left: string, language: Language, field: "until" | "after" | "from" | "before"): boolean {
  if (!language[field]) return false;
  const found = cached(
    `${language.code} ends ${field}`,
    () => `${language.unspaced ? "" : "(?<![\\p{L}\\p{N}])"}${anyOf(language[field], language)}${filling(language)}$`,
  );
  return found.test(left);
}

function filling(language: Language): string {
  return `[\\s,.:("-]{0,3}(?:(?:${anyOf(language.on, language)}|${time})[\\s,.:()-]{0,3}){0,5}`;
}

function begins(right: string, language: Language, field: "untilAfter" | "afterAfter" | "fromAfter" | "beforeAfter"): boolean {
  if (!language[field]) return false;
  const end = language.unspaced ? "" : "(?![\\p{L}\\p{N}])";
  return cached(
    `${language.code} begins ${field}`,
    () => `^[\\s,.)(]{0,3}(?:${time})?${anyOf(language[field], language)}${end}`,
  ).test(right);
}

function endsItself(span: string, language: Language, field: "untilEnding" | "fromEnding"): boolean {
  return language[field] ? cached(`${language.code} ${field}`, () => `${anyOf(language[field], language)}$`).test(span) : false;
}

/** The day before it where only "to" stands between them, or the number of a day alone: "3 to 14 August". */
function rangeStart(folded: string, days: NamedDay[], at: number, left: string, language: Language): NamedDay | null {
  const day = days[at] as NamedDay;
  const previous = days[at - 1];
  const link = `(?:-|${anyOf(language.to, language)})`;
  if (previous && day.start - previous.end < 40) {
    const between = folded.slice(previous.end, day.start);
    if (cached(`${language.code} between`, () => `^[\\s,.()]{0,3}(?:${time})?\\s?${link}${filling(language)}$`).test(between))
      return previous;
  }
  const number = cached(
    `${language.code} number to`,
    () =>
      `(?<![\\d.,:/])(?<d>\\d{1,2})(?:\\s?(?:${language.ordinal ?? "(?!)"}))?[.,]{0,2}\\s{0,2}(?:${anyOf(language.weekdays.flatMap((one) => one.split("|")).join(", "), language)})?\\s?${link}${filling(language)}$`,
  ).exec(left);
  const first = Number(number?.groups?.d);
  if (!number || first < 1 || first > 31) return null;
  return { ...unnamed, kind: "date", start: day.start, end: day.start, year: day.year, month: day.month, day: first };
}
