import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { WEEKDAYS } from "../clock/read-rules";
import { ZONES } from "../properties/arbitraries";
import type { SendingRules, Weekday } from "../types";
import { describeDays, describeRules } from "./describe-rules";
import { formatCountdown, formatDelay, formatDuration } from "./format-duration";
import { formatAgo, formatDay, formatTime } from "./format-time";
import { nameCity } from "./name-city";

const rules: SendingRules = {
  windowStart: "09:00:00",
  windowEnd: "17:00:00",
  days: WEEKDAYS.slice(0, 5),
  timeZone: "America/New_York",
  dailyLimit: 50,
  spacingSeconds: 120,
};
const at = (text: string) => Temporal.Instant.from(text);
const reader = { now: at("2026-11-23T12:00Z"), timeZone: "Europe/Berlin" };

describe("rules as a sentence", () => {
  it.each<[Partial<SendingRules>, string]>([
    [{}, "Mon to Fri, 9:00 to 17:00 in New York. At most 50 a day, 2 min apart."],
    [
      { windowStart: "00:00", windowEnd: "24:00", days: WEEKDAYS, dailyLimit: 1200, spacingSeconds: 5 },
      "Any hour, any day in New York. At most 1,200 a day, 5 s apart.",
    ],
    [
      { windowStart: "00:00", windowEnd: "00:00", timeZone: "UTC" },
      "Mon to Fri, any hour in UTC. At most 50 a day, 2 min apart.",
    ],
    [
      { windowStart: "22:00", windowEnd: "02:30", days: WEEKDAYS },
      "Any day, 22:00 to 2:30 the next day in New York. At most 50 a day, 2 min apart.",
    ],
    [
      { windowEnd: "24:00", spacingSeconds: 0 },
      "Mon to Fri, 9:00 to 24:00 in New York. At most 50 a day, one right after the other.",
    ],
  ])("with %o", (change, sentence) => {
    expect(describeRules({ ...rules, ...change })).toBe(sentence);
  });

  it.each<[Weekday[], string]>([
    [["monday"], "Mon"],
    [["sunday", "saturday"], "Sat and Sun"],
    [["monday", "wednesday", "friday"], "Mon, Wed and Fri"],
    [["monday", "tuesday", "wednesday", "friday"], "Mon to Wed and Fri"],
  ])("names the days %o", (days, words) => {
    expect(describeDays(days)).toBe(words);
  });

  it("names a city for every zone", () => {
    for (const zone of ZONES) expect(nameCity(zone)).toMatch(/^[\p{L}.’' −+\d-]+$/u);
    expect(nameCity("America/Argentina/Buenos_Aires")).toBe("Buenos Aires");
    expect(nameCity("Etc/GMT+5")).toBe("UTC−5");
  });
});

describe("times", () => {
  it.each([
    ["2026-11-23T13:22Z", "today 14:22"],
    ["2026-11-23T23:30Z", "Tue 24 Nov 0:30"],
    ["2026-11-24T08:00Z", "Tue 24 Nov 9:00"],
    ["2027-01-08T08:00Z", "Fri 8 Jan 9:00"],
    ["2027-07-08T08:00Z", "Thu 8 Jul 2027 10:00"],
  ])("%s reads %s", (instant, words) => {
    expect(formatTime(at(instant), reader)).toBe(words);
  });

  it("are said as seconds under a minute only", () => {
    expect(formatAgo(at("2026-11-23T11:59:52Z"), reader)).toBe("8 s ago");
    expect(formatAgo(at("2026-11-23T12:00Z"), reader)).toBe("just now");
    expect(formatAgo(at("2026-11-23T11:59Z"), reader)).toBe("today 12:59");
    expect(formatDay(at("2026-12-18T12:00Z"), reader)).toBe("Fri 18 Dec");
  });
});

describe("durations", () => {
  it.each([
    [0, "0 s"],
    [8, "8 s"],
    [60, "1 min"],
    [90, "90 s"],
    [120, "2 min"],
    [150, "2 min 30 s"],
    [5400, "1 h 30 min"],
    [90_000, "1 day 1 h"],
    [604_800, "7 days"],
  ])("%i s reads %s", (seconds, words) => {
    expect(formatDuration(seconds)).toBe(words);
  });

  it("count down, and say delays", () => {
    expect([42, 725.9, 3723, -1].map(formatCountdown)).toEqual(["0:42", "12:05", "1:02:03", "0:00"]);
    expect(formatDelay({ days: 7, hours: 0, minutes: 0 })).toBe("7 days");
    expect(formatDelay({ days: 1, hours: 2, minutes: 5 })).toBe("1 day 2 h 5 min");
    expect(formatDelay({ days: 0, hours: 0, minutes: 0 })).toBe("at once");
  });
});
