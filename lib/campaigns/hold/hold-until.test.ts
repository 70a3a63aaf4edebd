import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { holdUntil } from "./hold-until";
import { resumesAt, shiftDue } from "./shift-due";

const rules = { timeZone: "America/New_York", windowStart: "09:00:00" };
const from = Temporal.Instant.from("2026-11-24T15:30:00Z");
const until = (back: string | null, days = 7) => holdUntil(rules, { back, from, days }).toString();

test.each([
  ["Tuesday", "2026-12-01", "2026-12-02T14:00:00Z"],
  ["Thursday", "2026-12-03", "2026-12-04T14:00:00Z"],
  ["Friday", "2026-12-04", "2026-12-07T14:00:00Z"],
  ["Saturday", "2026-12-05", "2026-12-07T14:00:00Z"],
  ["Sunday", "2026-12-06", "2026-12-07T14:00:00Z"],
  ["the last of a year", "2026-12-31", "2027-01-01T14:00:00Z"],
])("back on %s: until the window opens on the working day after it", (_, back, at) => {
  expect(until(back)).toBe(at);
});

test("without a day for so many days from the answer, at the same time of day", () => {
  expect(until(null)).toBe("2026-12-01T15:30:00Z");
  expect(until(null, 90)).toBe("2027-02-22T15:30:00Z");
});

test("by the clock of the campaign's zone, also where it changes", () => {
  expect(holdUntil({ timeZone: "Europe/Berlin", windowStart: "09:00" }, { back: "2026-10-23", from, days: 7 }).toString()).toBe(
    "2026-10-26T08:00:00Z",
  );
  expect(holdUntil({ timeZone: "Asia/Tokyo", windowStart: "00:00" }, { back: "2026-12-01", from, days: 7 }).toString()).toBe(
    "2026-12-01T15:00:00Z",
  );
});

const at = (text: string) => new Date(`2026-${text}:00:00Z`);

test("what was left of a delay runs on behind the hold, and what was over stays over", () => {
  expect(shiftDue(at("11-30T12"), at("11-28T12"), at("12-07T09"))).toEqual(at("12-09T09"));
  expect(shiftDue(at("11-27T12"), at("11-28T12"), at("12-07T09"))).toEqual(at("12-07T09"));
});

test("a hold without an end resumes where it began, or at the mail that was on its way then", () => {
  expect(resumesAt({ beganAt: at("11-28T12"), until: null }, at("11-27T12"))).toEqual(at("11-28T12"));
  expect(resumesAt({ beganAt: at("11-28T12"), until: null }, at("11-28T13"))).toEqual(at("11-28T13"));
  expect(resumesAt({ beganAt: at("11-28T12"), until: at("12-07T09") }, null)).toEqual(at("12-07T09"));
});
