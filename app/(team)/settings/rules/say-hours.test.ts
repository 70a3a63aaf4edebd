import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { sayHours, sayNext } from "./say-hours";

const days = ["monday", "tuesday", "wednesday", "thursday", "friday"] as const;
const hours = { start: "09:00:00", end: "17:00:00", days };
const next = (at: string, change = {}) =>
  sayNext({ ...hours, ...change }, new Date(at), { now: Temporal.Instant.from(at), timeZone: "America/New_York" });

test("hours are said on a clock, and one over midnight says so", () => {
  expect(sayHours(hours)).toBe("9:00 and 17:00");
  expect(sayHours({ ...hours, start: "22:00:00", end: "02:30:00" })).toBe("22:00 and 2:30 the next day");
});

test.each([
  ["2026-11-24T15:00:00Z", "now"],
  ["2026-11-24T12:00:00Z", "today 9:00"],
  ["2026-11-27T22:00:00Z", "Mon 30 Nov 9:00"],
])("at %s the next good time is %s", (at, words) => {
  expect(next(at)).toBe(words);
});
