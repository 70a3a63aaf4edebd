import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { nextWorkingDay } from "./dates/resolve-day";
import { readAway } from "./read-away";
import { received } from "./testing/received";
import { spoken } from "./testing/spoken";

const forms: Record<string, Intl.DateTimeFormatOptions> = {
  long: { day: "numeric", month: "long" },
  "with the year": { day: "numeric", month: "long", year: "numeric" },
  "with the weekday": { weekday: "long", day: "numeric", month: "long" },
  "with both": { weekday: "long", day: "numeric", month: "long", year: "numeric" },
  numeric: { day: "2-digit", month: "2-digit", year: "numeric" },
};

/** Days over four years, more often around the turn of a year and the end of February. */
const days = fc
  .oneof(
    fc.integer({ min: 0, max: 1460 }).map((more) => Temporal.PlainDate.from("2026-01-01").add({ days: more })),
    fc
      .tuple(fc.integer({ min: 2026, max: 2028 }), fc.integer({ min: -12, max: 12 }))
      .map(([year, more]) => Temporal.PlainDate.from({ year, month: 12, day: 31 }).add({ days: more })),
    fc.integer({ min: -5, max: 5 }).map((more) => Temporal.PlainDate.from("2028-02-29").add({ days: more })),
  )
  .chain((today) =>
    fc.record({ today: fc.constant(today), start: fc.integer({ min: 0, max: 3 }), length: fc.integer({ min: 1, max: 200 }) }),
  );

function render(language: string, options: Intl.DateTimeFormatOptions, day: Temporal.PlainDate): string {
  const plain = new Intl.DateTimeFormat(language, {
    ...options,
    timeZone: "UTC",
    calendar: language === "th" ? "buddhist" : "gregory",
  }).format(new Date(`${day.toString()}T12:00:00Z`));
  return spoken[language]?.form?.(plain) ?? plain;
}

function readBack(text: string, today: Temporal.PlainDate): string | null {
  return readAway(received({ text, receivedAt: new Date(`${today.toString()}T09:00:00Z`) })).back;
}

describe.each(Object.keys(spoken))("%s", (language) => {
  const said = spoken[language] as (typeof spoken)[string];
  test.each(Object.keys(forms))("a day written %s is read back, or refused, and never another one", (form) => {
    const options = forms[form] as Intl.DateTimeFormatOptions;
    let right = 0;
    let all = 0;
    const check = (text: string, want: Temporal.PlainDate, today: Temporal.PlainDate) => {
      const back = readBack(text, today);
      all += 1;
      if (back === want.toString()) right += 1;
      else if (back !== null)
        expect.soft({ text, today: today.toString(), back }).toEqual({ text, today: today.toString(), back: want.toString() });
    };
    fc.assert(
      fc.property(days, ({ today, start, length }) => {
        const last = today.add({ days: length });
        const day = render(language, options, last);
        check(said.until.replace("{d}", day), nextWorkingDay(last), today);
        check(said.back.replace("{d}", day), last, today);
        check(
          said.range.replace("{a}", render(language, options, today.subtract({ days: start }))).replace("{d}", day),
          nextWorkingDay(last),
          today,
        );
      }),
      { numRuns: 15, seed: 7 },
    );
    // English numbers alone say a day only where one of them is above twelve.
    expect(right / all).toBeGreaterThan(form === "numeric" && language.startsWith("en") ? 0.4 : 0.97);
  });
});
