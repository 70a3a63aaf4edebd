import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { addDelay } from "./add-delay";
import { checkRules } from "./check-rules";
import { WEEKDAYS } from "./clock/read-rules";
import { hasSendingDayAhead } from "./has-sending-day-ahead";
import { isInWindow } from "./is-in-window";
import { isTimeZone } from "./is-time-zone";
import { localDays } from "./local-days";
import { nextOpening } from "./next-opening";
import { ZONES } from "./properties/arbitraries";
import type { SendingRules } from "./types";

const at = (text: string) => Temporal.Instant.from(text);
const berlin: SendingRules = {
  windowStart: "09:00:00",
  windowEnd: "17:00:00",
  days: ["monday", "tuesday", "wednesday", "thursday", "friday"],
  timeZone: "Europe/Berlin",
  dailyLimit: 50,
  spacingSeconds: 120,
};
const everyDay: SendingRules = { ...berlin, days: WEEKDAYS };
const withWindow = (windowStart: string, windowEnd: string): SendingRules => ({ ...everyDay, windowStart, windowEnd });
const isOpenForNineDays = (rules: SendingRules, from: Temporal.Instant) =>
  Array.from({ length: 9 * 48 }, (_, half) => from.add({ minutes: 30 * half })).every((instant) => isInWindow(rules, instant));

describe("a window", () => {
  it("opens on the minute and closes on the minute", () => {
    expect(isInWindow(berlin, at("2026-11-23T07:59:59.999Z"))).toBe(false);
    expect(isInWindow(berlin, at("2026-11-23T08:00Z"))).toBe(true);
    expect(isInWindow(berlin, at("2026-11-23T15:59:59.999Z"))).toBe(true);
    expect(isInWindow(berlin, at("2026-11-23T16:00Z"))).toBe(false);
  });

  it("waits over the weekend", () => {
    expect(String(nextOpening(berlin, at("2026-11-20T16:00Z")))).toBe("2026-11-23T08:00:00Z");
  });

  it("over midnight belongs to the day it starts on", () => {
    const night: SendingRules = { ...berlin, windowStart: "22:00", windowEnd: "02:00", days: ["friday"] };
    expect(isInWindow(night, at("2026-11-21T00:30Z"))).toBe(true);
    expect(isInWindow(night, at("2026-11-20T00:30Z"))).toBe(false);
    expect(isInWindow(night, at("2026-11-21T00:59:59.999Z"))).toBe(true);
    expect(isInWindow(night, at("2026-11-21T01:00Z"))).toBe(false);
  });

  it.each([
    ["00:00", "24:00"],
    ["00:00:00", "24:00:00"],
    ["00:00", "00:00"],
    ["00:00", "23:59:59"],
  ])("from %s to %s is the whole day and never closes", (start, end) => {
    const rules = withWindow(start, end);
    for (const hour of ["2026-03-28T22:59:59.999Z", "2026-03-29T01:30Z", "2026-10-25T00:30Z", "2026-10-25T01:30Z"]) {
      expect(isInWindow(rules, at(hour))).toBe(true);
      expect(isOpenForNineDays(rules, at(hour))).toBe(true);
    }
  });

  it("to 24:00 ends at midnight", () => {
    const rules = withWindow("09:00", "24:00");
    expect(isInWindow(rules, at("2026-11-23T22:59:59.999Z"))).toBe(true);
    expect(isInWindow(rules, at("2026-11-23T23:00Z"))).toBe(false);
  });

  it("that starts in a skipped hour opens when the clock has jumped", () => {
    expect(String(nextOpening(withWindow("02:30", "05:00"), at("2026-03-28T23:30Z")))).toBe("2026-03-29T01:00:00Z");
  });

  it("that lies within a skipped hour stays shut that day", () => {
    expect(String(nextOpening(withWindow("02:10", "02:50"), at("2026-03-28T23:30Z")))).toBe("2026-03-30T00:10:00Z");
  });

  it("within a repeated hour happens once", () => {
    const rules = withWindow("02:10", "02:50");
    expect(isInWindow(rules, at("2026-10-25T00:30Z"))).toBe(true);
    expect(isInWindow(rules, at("2026-10-25T01:30Z"))).toBe(false);
  });

  it("of the whole day has no hole where the hour after midnight is repeated", () => {
    const havana = { ...withWindow("00:00", "24:00"), timeZone: "America/Havana" };
    expect(isInWindow(havana, at("2026-11-01T04:30Z"))).toBe(true);
    expect(isInWindow(havana, at("2026-11-01T05:30Z"))).toBe(true);
    expect(isOpenForNineDays(havana, at("2026-10-31T12:00Z"))).toBe(true);
  });

  it("that starts in a repeated hour is not longer than on other days", () => {
    const opens = nextOpening(withWindow("02:30", "05:00"), at("2026-10-24T22:30Z"));
    expect(String(opens)).toBe("2026-10-25T01:30:00Z");
  });
});

describe("a delay", () => {
  it("of days keeps the time of day, of hours is exact, and moves into the window", () => {
    const sent = at("2026-03-27T09:00Z");
    expect(String(addDelay(sent, { days: 3, hours: 0, minutes: 0 }, berlin))).toBe("2026-03-30T08:00:00Z");
    expect(String(addDelay(sent, { days: 0, hours: 72, minutes: 5 }, berlin))).toBe("2026-03-30T09:05:00Z");
    expect(String(addDelay(sent, { days: 1, hours: 0, minutes: 0 }, berlin))).toBe("2026-03-30T07:00:00Z");
  });
});

describe("the days around an instant", () => {
  it("follow each other without a gap, longer where the clock goes back", () => {
    const days = localDays(berlin, at("2026-10-25T00:30Z"), { before: 2, after: 1 });
    expect(days.map((day) => day.key)).toEqual(["2026-10-23", "2026-10-24", "2026-10-25", "2026-10-26"]);
    expect(days.map((day) => day.start.until(day.end).total("hours"))).toEqual([24, 24, 25, 24]);
    expect(days.slice(1).map((day) => String(day.start))).toEqual(days.slice(0, -1).map((day) => String(day.end)));
  });
});

describe("a time zone", () => {
  it("is a name, and neither an abbreviation nor anything else that only some can count in", () => {
    for (const zone of [...ZONES, "Asia/Kolkata", "US/Pacific", "Etc/GMT+5"]) expect(isTimeZone(zone), zone).toBe(true);
    for (const text of ["", "Mars/Base", "PST", "ACT", "+01:00", "2020-01-01T00:00Z", "SystemV/PST8PDT", "Z"])
      expect(isTimeZone(text), text).toBe(false);
  });
});

describe("rules", () => {
  it("are sound in every zone", () => {
    for (const timeZone of ZONES) expect(checkRules({ ...berlin, timeZone })).toEqual([]);
  });

  it.each<[keyof SendingRules, Partial<SendingRules>]>([
    ["windowStart", { windowStart: "24:00" }],
    ["windowStart", { windowStart: "9 am" }],
    ["windowEnd", { windowEnd: "25:00" }],
    ["windowEnd", { windowEnd: "09:00" }],
    ["days", { days: [] }],
    ["timeZone", { timeZone: "Europe/Atlantis" }],
    ["dailyLimit", { dailyLimit: 0 }],
    ["spacingSeconds", { spacingSeconds: -1 }],
  ])("name the field %s", (field, change) => {
    const rules = { ...berlin, ...change };
    expect(checkRules(rules).map((problem) => problem.field)).toEqual([field]);
    expect(hasSendingDayAhead(rules, at("2026-11-23T12:00Z"))).toBe(false);
  });

  it("have a sending day ahead when they are sound", () => {
    expect(hasSendingDayAhead({ ...berlin, days: ["sunday"] }, at("2026-11-23T12:00Z"))).toBe(true);
  });
});
