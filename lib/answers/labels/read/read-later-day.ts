import { Temporal } from "temporal-polyfill";
import { findDays } from "../../../replies/message/automatic/dates/find-days";
import { indexIn, monthsOf } from "../../../replies/message/automatic/dates/find-name";
import { resolveDay } from "../../../replies/message/automatic/dates/resolve-day";
import { cached } from "../../../replies/message/automatic/languages/compile-language";
import type { Language } from "../../../replies/message/automatic/languages/language";
import { tellLanguages } from "../../../replies/message/automatic/languages/tell-languages";
import { cleanText, foldText } from "../../../replies/message/automatic/text/fold-text";

type Day = Temporal.PlainDate;
/** The day somebody asked for, and the words that name it. */
export type LaterDay = { day: string; words: string };

const mostLanguages = 3;
/** What is farther ahead is no day that somebody asks for. */
const mostAhead = 400;
const late =
  "end of|the end of|late|ende|fin|fin de|fine|fine di|finales de|fim de|final de|eind|einde|slutet av|slutningen af|slutten av|koniec|pod koniec|koncem|lopussa";
const middle =
  "mid|middle of|the middle of|mitte|mi|meta|mediados de|meados de|medio|midden|mitten av|midten af|midten av|polowie|v polovine";
/** Before a short name of a month, which may be a word too: "in May". */
const small =
  "in|im|until|till|bis|by|from|ab|en|em|a|w|v|i|le|de|di|van|zu|for|to|of|anfang|beginning of|early|debut|inicio de|inizio|begin";
const quarter =
  /(?<![\p{L}\p{N}])(?:q([1-4])|([1-4])\s?\.?\s?(?:quartal|quarter|trimestre|kwartal|kvartal|kwartaal))(?![\p{L}\p{N}])/u;

/**
 * The day for which somebody asks, as the reader of absences reads days in their language; the first of a month or a quarter where they name no more. Null
 * where none is named, or nobody can tell which.
 * @param today when they wrote.
 */
export function readLaterDay(given: string, today: Day): LaterDay | null {
  const text = cleanText(given);
  const folded = foldText(text);
  const languages = tellLanguages(text, folded)
    .slice(0, mostLanguages)
    .map(({ language }) => language);
  for (const find of [namedDay, month]) {
    for (const language of languages) {
      const found = find(text, folded, language, today);
      if (found) return found === "unclear" ? null : found;
    }
  }
  return quarterOf(text, folded, today);
}

function namedDay(text: string, folded: string, language: Language, today: Day): LaterDay | "unclear" | null {
  for (const named of findDays(folded, language, null)) {
    const days = resolveDay(named, today).filter((day) => isAhead(day, today));
    const [day] = days;
    if (day && days.length > 1) return "unclear";
    if (day) return { day: workingDay(day).toString(), words: tidy(text.slice(named.start, named.end)) };
  }
  return null;
}

function month(text: string, folded: string, language: Language, today: Day): LaterDay | null {
  const named = cached(
    `${language.code} later month`,
    () =>
      `(?<![\\p{L}])(?:(?<part>(?<late>${late})|(?<middle>${middle})|(?<small>${small}))[\\s-]+)?(?<name>${monthsOf(language)})(?![\\p{L}])\\.?(?:\\s(?<year>\\d{4}))?`,
    "gu",
  );
  for (const { 0: words, index, groups } of folded.matchAll(named)) {
    const name = groups?.name ?? "";
    if (name.length <= 3 && !groups?.part) continue;
    const number = indexIn(language.months, name, language) + 1;
    const first = number > 0 ? nextMonth(number, today, groups?.year) : null;
    if (!first) continue;
    const day = groups?.late ? first.add({ months: 1 }) : groups?.middle ? first.with({ day: 15 }) : first;
    if (!isAhead(day, today)) continue;
    const begin = groups?.small ? index + words.lastIndexOf(name) : index;
    return { day: workingDay(day).toString(), words: tidy(text.slice(begin, index + words.length)) };
  }
  return null;
}

/** Said in a month, its name means the next year's only to somebody who says so. */
function nextMonth(number: number, today: Day, year: string | undefined): Day | null {
  if (year) return Temporal.PlainDate.from({ year: Number(year), month: number, day: 1 });
  if (number === today.month) return null;
  return Temporal.PlainDate.from({ year: today.year + (number < today.month ? 1 : 0), month: number, day: 1 });
}

function quarterOf(text: string, folded: string, today: Day): LaterDay | null {
  const found = quarter.exec(folded);
  const number = Number(found?.[1] ?? found?.[2]);
  if (!found || !number) return null;
  const first = Temporal.PlainDate.from({ year: today.year, month: number * 3 - 2, day: 1 });
  const day = Temporal.PlainDate.compare(first, today) > 0 ? first : first.add({ years: 1 });
  return { day: workingDay(day).toString(), words: text.slice(found.index, found.index + found[0].length) };
}

const tidy = (words: string) => words.trim().replace(/[.,]$/, "");

const isAhead = (day: Day, today: Day) => {
  const { days } = today.until(day);
  return days > 0 && days <= mostAhead;
};

/** The first working day from a day on: nobody is asked on a Sunday. */
export function workingDay(day: Day): Day {
  return day.dayOfWeek > 5 ? day.add({ days: 8 - day.dayOfWeek }) : day;
}
