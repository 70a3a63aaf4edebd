import { Temporal } from "temporal-polyfill";
import type { NamedDay } from "./named-day";

type Day = Temporal.PlainDate;
/** A day without a year is the next one, unless it has only just gone by: then the text is old, and means that one. */
const daysGoneBy = 60;
/** A text may have been forgotten for this many days. */
const mostForgotten = 120;

/**
 * The days a name may mean on the day it was read: one where it is clear, several where nobody can tell, none where there is no such day.
 * A weekday's name that contradicts the date leaves none.
 */
export function resolveDay(named: NamedDay, today: Day, after: Day | null = null): Day[] {
  if (named.kind === "relative") return [today.add({ days: named.offset ?? 0 })];
  if (named.kind === "weekday")
    return named.week === null ? weekdays(named, today) : dayOfWeek(named.week, named.weekday ?? 1, today);
  if (named.kind === "day") return dayOfMonth(named, after ?? today, after !== null);
  if (named.kind === "vague") return [];
  const readings = [{ month: named.month ?? 0, day: named.day ?? 0 }, ...(named.other ? [named.other] : [])];
  const days = readings.flatMap(({ month, day }) => {
    if (named.year !== null) return dayOf(named.year, month, day);
    const first = today.subtract({ days: daysGoneBy });
    const next = [0, 1]
      .flatMap((more) => dayOf(first.year + more, month, day))
      .filter((one) => Temporal.PlainDate.compare(one, first) >= 0)
      .slice(0, 1);
    return [...next, ...forgotten(next[0], today)];
  });
  return days.filter(({ dayOfWeek }) => named.weekday === null || dayOfWeek === named.weekday);
}

/** The same day of the year before, where the next one is so far ahead that the text may be one that was forgotten. */
function forgotten(next: Day | undefined, today: Day): Day[] {
  if (!next || today.until(next).days < 365 - mostForgotten) return [];
  return dayOf(next.year - 1, next.month, next.day);
}

function dayOf(year: number, month: number, day: number): Day[] {
  try {
    return [Temporal.PlainDate.from({ year, month, day }, { overflow: "reject" })];
  } catch {
    // There is no such day, as on 29 February of most years.
    return [];
  }
}

/** The next such day. "Next Friday", said before it, is this week's for some and the next one's for others. */
function weekdays({ weekday, which }: NamedDay, today: Day): Day[] {
  const ahead = ((weekday ?? 1) - today.dayOfWeek + 7) % 7 || 7;
  const next = today.add({ days: ahead });
  if (which === "week on" || which === "after next") {
    const later = next.add({ days: 7 });
    // Counted from today's own weekday, or from what "next" means, nobody can tell which.
    if (which === "week on") return ahead === 7 ? [next, later] : [later];
    return today.dayOfWeek + ahead > 7 ? [later] : [later, later.add({ days: 7 })];
  }
  if (which !== "next" || today.dayOfWeek + ahead > 7) return [next];
  return [next, next.add({ days: 7 })];
}

/** That weekday of the next such week; a year's first week is the one with 4 January. */
function dayOfWeek(week: number, weekday: number, today: Day): Day[] {
  return [0, 1]
    .map((more) => {
      const fourth = Temporal.PlainDate.from({ year: today.subtract({ days: daysGoneBy }).year + more, month: 1, day: 4 });
      return fourth.subtract({ days: fourth.dayOfWeek - weekday }).add({ days: 7 * (week - 1) });
    })
    .filter((day) => day.weekOfYear === week && Temporal.PlainDate.compare(day, today.subtract({ days: daysGoneBy })) >= 0)
    .slice(0, 1);
}

function dayOfMonth({ day, weekday }: NamedDay, from: Day, isAfter: boolean): Day[] {
  const months = [0, 1, 2].map((more) => from.with({ day: 1 }).add({ months: more }));
  const least = isAfter ? from : from.subtract({ days: 3 });
  return months
    .flatMap(({ year, month }) => dayOf(year, month, day ?? 0))
    .filter((one) => Temporal.PlainDate.compare(one, least) >= 0 && (weekday === null || one.dayOfWeek === weekday))
    .slice(0, 1);
}

/** The first working day after a day; holidays are not known. */
export function nextWorkingDay(day: Day): Day {
  const next = day.add({ days: 1 });
  return next.dayOfWeek > 5 ? next.add({ days: 8 - next.dayOfWeek }) : next;
}
