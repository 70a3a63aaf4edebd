import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import type { TeamHours } from "../../schedule/leave-at";
import { snoozeTimes } from "./snooze-times";

const week: TeamHours = { start: "09:00:00", end: "17:00:00", days: ["monday", "tuesday", "wednesday", "thursday", "friday"] };
const at = (local: string, zone = "America/New_York") => Temporal.PlainDateTime.from(local).toZonedDateTime(zone).toInstant();
const offers = (local: string, hours = week) =>
  snoozeTimes(hours, "America/New_York", at(local)).map(({ name, words }) => `${name}: ${words}`);

describe("the times to which a thread is put off", () => {
  test("on a Tuesday at noon", () =>
    expect(offers("2026-11-24T12:28:10")).toEqual([
      "In 1 hour: today 13:30",
      "This evening: today 18:00",
      "Tomorrow morning: Wed 25 Nov 9:00",
      "Monday: Mon 30 Nov 9:00",
      "In a week: Tue 1 Dec 9:00",
    ]));
  test("late in the evening there is none left, and an hour may be tomorrow", () =>
    expect(offers("2026-11-24T23:30:00").slice(0, 2)).toEqual([
      "In 1 hour: Wed 25 Nov 0:30",
      "Tomorrow morning: Wed 25 Nov 9:00",
    ]));
  test("on a Friday the next morning is Monday’s, and that is said once", () =>
    expect(offers("2026-11-27T10:00:00")).toEqual([
      "In 1 hour: today 11:00",
      "This evening: today 18:00",
      "Monday morning: Mon 30 Nov 9:00",
      "In a week: Fri 4 Dec 9:00",
    ]));
  test("on a Monday the next one is said to be in a week", () =>
    expect(offers("2026-11-30T10:00:00")).toEqual([
      "In 1 hour: today 11:00",
      "This evening: today 18:00",
      "Tomorrow morning: Tue 1 Dec 9:00",
      "In a week: Mon 7 Dec 9:00",
    ]));
  test("by the team’s own hours and days", () =>
    expect(offers("2026-11-27T19:00:00", { start: "07:30:00", end: "12:00:00", days: ["saturday"] })).toEqual([
      "In 1 hour: today 20:00",
      "Tomorrow morning: Sat 28 Nov 7:30",
      "Monday: Mon 30 Nov 7:30",
      "In a week: Fri 4 Dec 7:30",
    ]));
  test("a morning is on the wall clock where clocks change in between", () => {
    const [, , morning] = snoozeTimes(week, "America/New_York", at("2026-10-30T12:00:00"));
    expect(morning).toEqual({
      name: "Monday morning",
      words: "Mon 2 Nov 9:00",
      day: "2026-11-02",
      at: "2026-11-02T14:00:00.000Z",
    });
  });
});
