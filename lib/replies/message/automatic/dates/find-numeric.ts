import type { Language } from "../languages/language";
import { type NamedDay, unnamed } from "./named-day";
import type { Order } from "./order-of-numbers";

const yearFirst = /(?<![\d.])(?<y>20\d\d)\s?(?<s>[-/.])\s?(?<m>\d{1,2})\s?\k<s>\s?(?<d>\d{1,2})(?!\d)\.?/gu;
const numbers =
  /(?<!\d)(?<!\d[,:+])(?<!\d\d[.][\d]{0,2}[.])(?<a>\d{1,2})(?:(?<s>\s?[./]\s?|-)(?<b>\d{1,2}))(?:(?<s2>\s?[./]\s?|-)(?<y>\d{4}|\d{2}))?(?!\d)/gu;
const eastern =
  /(?:(?<era>令和|民国|民國)?\s?(?<y>\d{1,4})\s?[年년]\s?)?(?<m>\d{1,2})\s?[月월]\s?(?<d>\d{1,2})\s?[日号號일](?![間间간])/gu;
const notADay =
  /^\s?(?:uhr|h\b|am\b|pm\b|a\.m|p\.m|klo|%|€|\$|£|eur|mio|days?\b|tage?\b|hours?\b|stunden|std|ura|óra|godz)|^[.,:]\d|^\s?-\s?\d{1,2}[.:]\d\d\s?(?:uhr|h)/iu;
export const hour =
  /(?:\bum|\bkl\.?|\bklo|\bat|\bore|\balle|\bkello|\bgodz\.?|\bod godz|\bч|в|\btel\.?:?|\bphone:?|\bfax:?|§|v)\s?$/iu;

/** A number or a date and a dash, so that what follows ends a range. */
const rangeBefore = /(?:^|[^\d./-])\d{1,2}\.?-$|\d{1,2}([./])\d{1,2}(?:\1(?:\d{4}|\d{2})?)?-$/;

/** Days written in numbers alone, also with the signs for year, month and day. */
export function findNumeric(folded: string, language: Language, order: Order): NamedDay[] {
  return [
    ...[...folded.matchAll(yearFirst)].map((match) => fromParts(match, folded)),
    ...[...folded.matchAll(eastern)].map((match) => fromParts(match, folded)),
    ...[...folded.matchAll(numbers)].map((match) => fromNumbers(match, folded, language, order)),
  ].filter((day) => day !== null);
}

function fromParts(match: RegExpExecArray, folded: string): NamedDay | null {
  const { era, y, m, d } = match.groups ?? {};
  const month = Number(m);
  const day = Number(d);
  if (month < 1 || month > 12 || day < 1 || day > 31) return null;
  const end = trimEnd(folded, match);
  return { ...unnamed, kind: "date", start: match.index, end, year: y ? eraYear(Number(y), era) : null, month, day };
}

function eraYear(year: number, era: string | undefined): number {
  if (era === "令和") return 2018 + year;
  if (era) return 1911 + year;
  return fullYear(year);
}

function fromNumbers(match: RegExpExecArray, folded: string, language: Language, order: Order): NamedDay | null {
  const { a = "", b = "", s = "", s2, y } = match.groups ?? {};
  const sign = s.trim();
  const start = match.index;
  let end = start + match[0].length;
  if (s2 !== undefined && s2.trim() !== sign) return null;
  const after = folded.slice(end, end + 12);
  const before = folded.slice(Math.max(0, start - 12), start);
  if (y === undefined) {
    if (notADay.test(after) || hour.test(before)) return null;
    if (/\d[./-]?$/.test(before) && !rangeBefore.test(before)) return null;
    if (
      (match[0] === "24/7" && !/(?:-|bis|till|until|til|jusqu'au|hasta el|au|al|to|do) ?$/.test(before)) ||
      (sign === "-" && (a.length !== 2 || b.length !== 2 || after.startsWith("-")))
    )
      return null;
    if (sign === "/" && after.startsWith("/")) return null;
  } else if (/\d[./-]$/.test(before) && !rangeBefore.test(before)) return null;
  if (sign === "." && y === undefined && after.startsWith(".")) end += 1;
  const readings = readingsOf(Number(a), Number(b), sign, language, order);
  const [first, second] = readings;
  if (!first) return null;
  return { ...unnamed, kind: "date", start, end, year: y ? fullYear(Number(y)) : null, ...first, other: second ?? null };
}

/** What two numbers may mean, where a language, other dates or the writer's country tell it: one thing alone. */
function readingsOf(a: number, b: number, sign: string, language: Language, order: Order): { month: number; day: number }[] {
  const dayFirst = b >= 1 && b <= 12 && a >= 1 && a <= 31 ? { month: b, day: a } : null;
  const monthFirst = a >= 1 && a <= 12 && b >= 1 && b <= 31 ? { month: a, day: b } : null;
  if (language.order === "day first") return dayFirst ? [dayFirst] : [];
  if (language.order === "month first") return monthFirst ? [monthFirst] : [];
  if (!dayFirst || !monthFirst || a === b) return [dayFirst ?? monthFirst].filter((one) => one !== null);
  if (order === "day first" || (order === null && sign === ".")) return [dayFirst];
  return order === "month first" ? [monthFirst] : [dayFirst, monthFirst];
}

/** A year of two digits is one of this century; the Thai calendar is 543 years ahead. */
export function fullYear(year: number): number {
  if (year < 100) return 2000 + year;
  return year > 2400 ? year - 543 : year;
}

function trimEnd(folded: string, match: RegExpExecArray): number {
  const end = match.index + match[0].length;
  // The dot after a year-first date is a letter of it in Hungarian and Korean, and elsewhere the sentence's.
  return match[0].endsWith(".") && !/^\s?[(\p{Ll}-]/u.test(folded.slice(end, end + 2)) ? end - 1 : end;
}
