import { anyOf, cached, phrases, wordsOf } from "../languages/compile-language";
import type { Language } from "../languages/language";
import { foldText } from "../text/fold-text";
import { beginsWithMonth, indexIn, monthsOf, shortened } from "./find-name";
import { findNumeric, fullYear } from "./find-numeric";
import { type NamedDay, unnamed } from "./named-day";
import type { Order } from "./order-of-numbers";

/** More days than this in one text tell nothing, and would take time. */
const most = 12;
const none = "(?!\\p{L})";
const unit =
  "(?!\\d|[.,:/]\\d|\\s?(?:uhr|h|hrs?|hours?|am|pm|a\\.m|p\\.m|o'clock|days?|weeks?|months?|minut\\p{L}*|tag\\p{L}*|woche\\p{L}*|monat\\p{L}*|stunden?|jours?|semaines?|mois|heures?|dias?|semanas?|mes(?:es|i)?|horas?|giorn\\p{L}|settiman\\p{L}|ore|dagen|weken|uur|dn[iy]|tyg\\p{L}*|godz\\p{L}*|hod\\p{L}*|uger?|veck\\p{L}*|uker?|dagar|dage|timer|ora|oras|ura|viikko\\p{L}*|tunti\\p{L}*|%|€)(?!\\p{L}))";

/** What makes the number before it an hour. */
const clock = "(?::\\d{2}|h\\d{2}|\\s?(?:uhr|h|hrs|am|pm|a\\.m|p\\.m|uur|u|horas|heures|ore|timer|godz|hod|ч)(?!\\p{L}))";

/** Every day that a text names in one language, from left to right and without overlap, the fuller name before the shorter one. */
export function findDays(folded: string, language: Language, order: Order): NamedDay[] {
  const found: NamedDay[] = [];
  const add = (some: NamedDay[]) => {
    for (const one of some) {
      if (found.length < most && !found.some(({ start, end }) => one.start < end && start < one.end)) found.push(one);
    }
  };
  add(withWeekday(folded, language, findWritten(folded, language)));
  add(withWeekday(folded, language, findNumeric(folded, language, order)));
  add(findWeekdays(folded, language));
  add(findRelative(folded, language));
  return found.sort((one, other) => one.start - other.start);
}

/** Days with the name of their month: "14 August 2026", "August 14th", "August 3-14". */
function findWritten(folded: string, language: Language): NamedDay[] {
  if (language.months.length === 0) return [];
  const { code } = language;
  const ordinal = `(?:\\s?(?:${language.ordinal ?? never})(?!\\p{L}))?`;
  const end = language.unspaced ? "" : none;
  const year =
    "(?:[\\s,.-]{0,3}(?:(?:de|del|of|do|year|jahr|rok|roku|god)\\s)?(?:(?:พ\\.ศ\\.|nam)\\s?)?(?<y>\\d{4}|'\\d{2})(?!\\d))?";
  const dayFirst = cached(
    `${code} written day first`,
    () =>
      `(?:(?<!\\d)(?<y0>\\d{4})\\.?\\s(?:gada|g\\.|m\\.|metu)\\s{1,2})?(?<!\\d)(?<!\\d[.:,/])(?<d>\\d{1,2}|(?<!\\p{L})(?:${language.first ? foldText(language.first) : never})(?!\\p{L}))${ordinal}[.,]?\\s{0,2}-?(?:(?:${language.of ?? never})-?\\s{0,2})?(?<month>${monthsOf(language)})${end}\\.?${year}`,
    "gu",
  );
  const monthFirst = cached(
    `${code} written month first`,
    () =>
      `(?:(?<!\\d)(?<y0>\\d{4})[.,]?\\s{0,2}(?:m\\.?|год[а-я]*)?\\s{0,2})?(?<!\\p{L})(?<month>${monthsOf(language)})${end}\\.?\\s{0,2}(?:(?:${language.of ?? never})\\.?\\s{1,2})?(?:the\\s)?(?<d>\\d{1,2})(?!\\d)${ordinal}${unit}(?:\\s?(?:-|${anyOf(language.to, language)})\\s?(?:the\\s)?(?<d2>\\d{1,2})(?!\\d|[.:/]\\d)${ordinal}(?!\\s?(?:${monthsOf(language)})))?${year}`,
    "gu",
  );
  // Where the month always comes first, the number before it belongs to the date before.
  const first = language.order === "month first" ? [] : folded.matchAll(dayFirst);
  return [...first, ...folded.matchAll(monthFirst)].slice(0, 2 * most).flatMap((match) => {
    const { d, d2, month: name = "", y, y0 } = match.groups ?? {};
    const month = indexIn(language.months, name, language) + 1;
    const day = numberOf(d2 ?? d);
    if (month === 0 || day < 1 || day > 31) return [];
    const wanted = y ?? y0;
    return {
      ...unnamed,
      kind: "date" as const,
      start: match.index,
      end: match.index + match[0].trimEnd().length,
      year: wanted ? fullYear(Number(wanted.replace("'", ""))) : null,
      month,
      day,
      first: d2 ? { month, day: numberOf(d) } : null,
    };
  });
}

/** The first of a month is the only day that many write in words. */
function numberOf(day: string | undefined): number {
  return /^\d+$/.test(day ?? "") ? Number(day) : 1;
}

const never = "(?!)";
const eastern = ["月월一", "火화二", "水수三", "木목四", "金금五", "土토六", "日일天"];

/** Takes the name of the weekday before or after a date for a part of it. */
function withWeekday(folded: string, language: Language, days: NamedDay[]): NamedDay[] {
  const written = language.weekdays.flatMap((day) => day.split("|"));
  const cut = language.weekdays
    .flatMap((day) => shortened(day, language.weekdays).split("|"))
    .filter((name) => !written.includes(name));
  const names = anyOf(written.join(", "), language);
  // Cut names such as "Mit" are words too, unless a dot or a comma says otherwise.
  const named = `${names}${cut.length > 0 ? `|${anyOf(cut.join(", "), language)}(?=[.,])` : ""}`;
  const before = cached(
    `${language.code} weekday before`,
    () =>
      `${language.unspaced ? "" : "(?<!\\p{L})"}(?<!\\d[\\s.]{0,2})(?<w>${named})\\.?(?:\\)|,)?\\s{0,2}\\(?(?:(?:(?:${anyOf(language.on, language)}|den|the|le|el|il)\\s|d\\.\\s?)\\s?){0,2}$`,
  );
  const after = cached(
    `${language.code} weekday after`,
    () =>
      `^\\.?\\s?(?:[,(]\\s?|\\s${language.unspaced ? "|" : ""})(?:a\\s)?(?<w>${longNames(language)}|(?<=\\()(?:${names}))(?:${language.unspaced ? "" : none})\\.?\\)?`,
  );
  const short = /^\s?[(（[](?:周|週)?(?<w>[月火水木金土日월화수목금토일一二三四五六天])[)）\]・]?/u;
  return days.map((day) => {
    const left = before.exec(folded.slice(Math.max(0, day.start - 36), day.start));
    const right = folded.slice(day.end, day.end + 24);
    const name = after.exec(right) ?? short.exec(right);
    const weekday = (word: string | undefined) => {
      if (!word) return null;
      const at = indexIn(language.weekdays, word, language);
      const sign = eastern.findIndex((signs) => word.length === 1 && signs.includes(word));
      return at >= 0 ? at + 1 : sign >= 0 ? sign + 1 : null;
    };
    const first = weekday(left?.groups?.w);
    if (left && first !== null) return { ...day, start: day.start - left[0].length, weekday: first };
    const second = weekday(name?.groups?.w);
    return name && second !== null ? { ...day, end: day.end + name[0].length, weekday: second } : day;
  });
}

/** Names of weekdays that cannot be another word. */
function longNames(language: Language): string {
  const long = language.weekdays.flatMap((day) =>
    day
      .split("|")
      .filter(
        (name, at) =>
          at === 0 || name.length > 4 || language.unspaced || (language.code === "en" && !/^(sat|sun|wed)$/.test(name)),
      ),
  );
  return anyOf(long.join(", "), language);
}

/** Weekdays without a date, and with the number of the day alone: "Friday", "next Monday", "Friday the 14th". */
function findWeekdays(folded: string, language: Language): NamedDay[] {
  const start = language.unspaced ? "" : "(?<![\\p{L}\\p{N}])";
  const end = language.unspaced ? "" : none;
  const choice = (list: string | undefined) => (list ? anyOf(list, language) : never);
  const found = cached(
    `${language.code} weekdays`,
    () =>
      `${start}(?:(?:(?<skip>${choice(language.skip)})|(?<coming>${choice(language.coming)})|(?<next>${choice(language.next)})|(?<this>${choice(language.this)}))\\s{0,2})?(?<w>${longNames(language)})${end}(?:[\\s,(]{1,2}(?:in |i |der |of |in der )?(?:kw|kalenderwoche|week|wk|vecka|v|uge|uke|viikko|vk|semaine|sem|semana|settimana|tyden|tydzien|het)\\.?\\s?(?<week>\\d{1,2})(?!\\d)|,?\\s(?<skipAfter>${choice(language.skipAfter)})${end}|\\s(?<after>${choice(language.coming)})${end})?(?:,?\\s{1,2}(?:(?:${choice(language.on)})\\s){0,2}(?<d>\\d{1,2})(?!\\d)(?:\\s?(?:${language.ordinal ?? never}))?\\.?${unit}(?![/-]\\d))?`,
    "gu",
  );
  return [...folded.matchAll(found)].slice(0, 2 * most).map((match) => {
    const { w = "", d, next, coming, after: later, week } = match.groups ?? {};
    const after = folded.slice(match.index + match[0].length, match.index + match[0].length + 24);
    const day = d && Number(d) >= 1 && Number(d) <= 31 && !beginsWithMonth(after) ? Number(d) : null;
    return {
      ...unnamed,
      kind: day === null ? ("weekday" as const) : ("day" as const),
      start: match.index,
      end: match.index + (d && day === null ? match[0].lastIndexOf(d) : match[0].length),
      day,
      weekday: indexIn(language.weekdays, w, language) + 1,
      week: week ? Number(week) : null,
      which:
        match.groups?.skip || match.groups?.skipAfter
          ? /next|nachst|volgend/.test(match[0])
            ? ("after next" as const)
            : ("week on" as const)
          : next
            ? ("next" as const)
            : coming || later
              ? ("coming" as const)
              : match.groups?.this
                ? ("this" as const)
                : null,
    };
  });
}

/** "Tomorrow" is "morning" too in Spanish and German, after these and after the name of a day. */
const ofTheDay = /(?:\b(?:por|de|en|a) la|\bam|\bguten|\bjeden|tag|woch|lunes|martes|miercoles|jueves|viernes) $/u;

function findRelative(folded: string, language: Language): NamedDay[] {
  const list = (field: "today" | "tomorrow" | "overmorrow", offset: number) =>
    phrases(language[field] ?? "").length === 0
      ? []
      : [...folded.matchAll(new RegExp(wordsOf(language, field), "gu"))]
          .filter(({ index }) => !ofTheDay.test(folded.slice(Math.max(0, index - 12), index)))
          .map(
            (match): NamedDay => ({
              ...unnamed,
              kind: "relative",
              start: match.index,
              end: match.index + match[0].length,
              offset,
            }),
          );
  return [...list("overmorrow", 2), ...list("today", 0), ...list("tomorrow", 1)];
}

/** Bare numbers are hours in English, and anything in a language without spaces. */
function mustBeMarked({ code, unspaced }: Language): boolean {
  return code === "en" || (unspaced === true && code !== "th");
}

/** The number of a day alone, right after words that want one: "until the 14th". @param at where the number begins. */
export function dayAloneAt(folded: string, at: number, language: Language): NamedDay | null {
  const found = cached(
    `${language.code} day alone`,
    () =>
      `^(?<d>\\d{1,2})(?:\\s?(?:${language.ordinal ?? never}|[日号號일])(?!${language.unspaced ? "[間间간]" : "\\p{L}"}))${mustBeMarked(language) ? "" : "?"}${unit}(?![/-]\\d|\\s?-\\s?\\d|[月년월年]|\\s?(?:${anyOf(language.to, language)})\\s?\\d{1,2}${clock})`,
  ).exec(folded.slice(at, at + 24));
  const day = Number(found?.groups?.d);
  if (
    !found ||
    day < 1 ||
    day > 31 ||
    /[\d/.-]$/.test(folded.slice(0, at).slice(-1)) ||
    beginsWithMonth(folded.slice(at + found[0].length, at + 26))
  )
    return null;
  return { ...unnamed, kind: "day", start: at, end: at + found[0].length, day };
}
