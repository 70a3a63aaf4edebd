import { Temporal } from "temporal-polyfill";
import type { TeamHours } from "../../schedule/leave-at";
import { formatTime } from "../../schedule/words/format-time";

/** "Tomorrow morning", "Mon 30 Nov 9:00"; `day` "2026-11-30" on the team's clocks, `at` an ISO text. */
export type SnoozeTime = { name: string; words: string; day: string; at: string };

const days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const;
const evening = Temporal.PlainTime.from("18:00");

/** The times to which a thread can be put off, on the team's clocks: mornings are when its hours begin, on a day on which it works. */
export function snoozeTimes(hours: TeamHours, timeZone: string, now: Temporal.Instant): SnoozeTime[] {
  const here = now.toZonedDateTimeISO(timeZone);
  const today = here.toPlainDate();
  const start = Temporal.PlainTime.from(hours.start === "24:00:00" ? "00:00" : hours.start || "09:00");
  const morning = (day: Temporal.PlainDate) => day.toZonedDateTime({ timeZone, plainTime: start });
  const works = (day: Temporal.PlainDate) => hours.days.length === 0 || hours.days.includes(nameOf(day).toLowerCase() as never);
  const next = [1, 2, 3, 4, 5, 6, 7].map((away) => today.add({ days: away })).find(works) ?? today.add({ days: 1 });
  const monday = today.add({ days: 8 - today.dayOfWeek });
  const inAnHour = toFive(here.add({ hours: 1 }));
  const tonight = today.toZonedDateTime({ timeZone, plainTime: evening });
  const all = [
    { name: "In 1 hour", at: inAnHour },
    ...(Temporal.ZonedDateTime.compare(inAnHour, tonight) < 0 ? [{ name: "This evening", at: tonight }] : []),
    { name: next.equals(today.add({ days: 1 })) ? "Tomorrow morning" : `${nameOf(next)} morning`, at: morning(next) },
    // On a Monday "Monday" would be read as today: a week from now says it.
    ...(today.dayOfWeek === 1 ? [] : [{ name: "Monday", at: morning(monday) }]),
    { name: "In a week", at: morning(today.add({ days: 7 })) },
  ];
  const isFirst = ({ at }: (typeof all)[number], place: number) => all.findIndex((one) => one.at.equals(at)) === place;
  return all.filter(isFirst).map(({ name, at }) => ({
    name,
    words: formatTime(at.toInstant(), { now, timeZone }),
    day: at.toPlainDate().toString(),
    at: new Date(at.epochMilliseconds).toISOString(),
  }));
}

const nameOf = (day: Temporal.PlainDate) => days[day.dayOfWeek - 1] ?? "Monday";

/** Up to the next five minutes. */
function toFive(at: Temporal.ZonedDateTime): Temporal.ZonedDateTime {
  return at.round({ smallestUnit: "minute", roundingIncrement: 5, roundingMode: "ceil" });
}
