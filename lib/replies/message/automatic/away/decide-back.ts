import { Temporal } from "temporal-polyfill";
import type { NamedDay } from "../dates/named-day";
import { nextWorkingDay, resolveDay } from "../dates/resolve-day";
import type { Dated, Statement } from "./statement";

type Day = Temporal.PlainDate;
/** A notice may have been forgotten, and then names a day that is over; a year that is over may be a slip, and one far ahead is no absence. */
const most = { daysPast: 60, daysAhead: 400 };

/**
 * The day on which somebody is back, from everything that was said: the surest statements count, and must agree. `back` is null where they
 * name a day but nobody can tell which; the whole is null where none names one.
 */
export function decideBack(statements: readonly Statement[], today: Day): { back: Day | null; statement: Statement } | null {
  const dated = statements.map((one) => dateStatement(one, today)).filter(({ says }) => says !== "first");
  const rank = Math.min(...dated.map((one) => one.rank));
  const counting = current(
    dated.filter((one) => one.rank === rank),
    today,
  );
  const first = counting.find(({ says }) => says === "back") ?? counting[0];
  if (!first) return null;
  const backs = agreed(counting);
  const back = backs.length === 1 ? backs[0] : undefined;
  if (!back) return { back: null, statement: first };
  const told = afterClosure(back, dated);
  const ahead = today.until(told).days;
  const statement = counting.find((one) => one.backs.some((day) => day.equals(back))) ?? first;
  return { back: ahead >= -most.daysPast && ahead <= most.daysAhead ? told : null, statement };
}

function dateStatement(one: Statement, today: Day): Dated {
  const from = one.from && withMonth(one.from, one.named);
  const start = from ? (resolveDay(from, today)[0] ?? null) : null;
  let days = resolveDay(one.named, today, one.named.kind === "day" ? start : null);
  // A range does not end before it begins; its end is the next such day after its start.
  if (start && one.named.year === null) {
    days = days.map((day) =>
      Temporal.PlainDate.compare(day, start) < 0 && one.named.kind === "date" ? day.add({ years: 1 }) : day,
    );
  }
  const isLast = one.says === "last" || one.says === "on";
  return { ...one, start, backs: isLast ? days.map(nextWorkingDay) : days };
}

/** The number of a day alone at the start of a range is of the month in which the range ends, or of the one before. */
function withMonth(from: NamedDay, { kind, year, month, day }: NamedDay): NamedDay {
  if (from.kind !== "day" || kind !== "date" || month === null || day === null) return from;
  const before = (from.day ?? 0) > day;
  const wraps = before && month === 1;
  return { ...from, kind: "date", year: year && year - Number(wraps), month: before ? month - 1 || 12 : month };
}

/** Of several absences the one that lasts on the day of receipt; single days in a row count by their last. */
function current(dated: Dated[], today: Day): Dated[] {
  const ranges = dated.filter(({ start, backs }) => start && backs.length === 1);
  const lasting = ranges.filter(
    ({ start, backs }) =>
      start && backs[0] && Temporal.PlainDate.compare(start, today) <= 0 && Temporal.PlainDate.compare(backs[0], today) > 0,
  );
  if (ranges.length > 1 && lasting.length > 0) return dated.filter((one) => !ranges.includes(one) || lasting.includes(one));
  if (dated.length > 1 && dated.every(({ says }) => says === "on")) {
    const days = dated.flatMap(({ backs }) => backs).sort(Temporal.PlainDate.compare);
    const [first, last] = [days[0], days.at(-1)];
    if (first && last && first.until(last).days <= 5) return dated.filter(({ backs }) => backs[0]?.equals(last));
  }
  return dated;
}

/** The days on which all can agree. A day on which somebody is back settles what "until" left open, if it does not contradict it. */
function agreed(counting: Dated[]): Day[] {
  const told = counting.filter(({ says }) => says === "back");
  const shared = common(told.length > 0 ? told : counting);
  if (told.length === 0) return shared;
  const lasts = counting.filter(({ says }) => says !== "back");
  return shared.filter((back) =>
    lasts.every(({ backs }) => backs.some((day) => Temporal.PlainDate.compare(day.subtract({ days: 4 }), back) <= 0)),
  );
}

function common(statements: Dated[]): Day[] {
  const [first, ...rest] = statements;
  return unique(first?.backs ?? []).filter((day) => rest.every(({ backs }) => backs.some((other) => other.equals(day))));
}

function unique(days: Day[]): Day[] {
  return days.filter((day, at) => days.findIndex((other) => other.equals(day)) === at);
}

/** Who comes back while the firm is closed is there when it opens. */
function afterClosure(back: Day, dated: Dated[]): Day {
  const closure = dated.find(
    ({ closed, start, backs }) =>
      closed &&
      start &&
      backs[0] &&
      Temporal.PlainDate.compare(start, back) <= 0 &&
      Temporal.PlainDate.compare(back, backs[0]) < 0,
  );
  return closure?.backs[0] ?? back;
}
