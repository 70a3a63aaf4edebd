import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { addDelay } from "./add-delay";
import { checkRules } from "./check-rules";
import { WEEKDAYS } from "./clock/read-rules";
import { hasSendingDayAhead } from "./has-sending-day-ahead";
import { isInWindow } from "./is-in-window";
import { localDay } from "./local-day";
import { nextOpening } from "./next-opening";
import { moments, PROVE, RUNS, ruleParts, TRANSITIONS, ZONES } from "./test-support/arbitraries";
import { dayShown, isShownOnce, showsOpen } from "./test-support/wall-clock";
import type { SendingRules } from "./types";
import { windowClose } from "./window-close";

const HOUR = 3_600_000;
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
    expect(String(windowClose(night, at("2026-11-20T21:00Z")))).toBe("2026-11-21T01:00:00Z");
  });

  it.each([["00:00", "24:00"], ["00:00:00", "24:00:00"], ["00:00", "00:00"], ["00:00", "23:59:59"]])(
    "from %s to %s is the whole day and never closes",
    (start, end) => {
      const rules = withWindow(start, end);
      for (const hour of ["2026-03-28T22:59:59.999Z", "2026-03-29T01:30Z", "2026-10-25T00:30Z", "2026-10-25T01:30Z"]) {
        expect(isInWindow(rules, at(hour))).toBe(true);
        expect(windowClose(rules, at(hour))).toBeNull();
      }
    },
  );

  it("to 24:00 ends at midnight", () => {
    expect(String(windowClose(withWindow("09:00", "24:00"), at("2026-11-23T12:00Z")))).toBe("2026-11-23T23:00:00Z");
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

  it("that starts in a repeated hour is not longer than on other days", () => {
    const opens = nextOpening(withWindow("02:30", "05:00"), at("2026-10-24T22:30Z"));
    expect(String(opens)).toBe("2026-10-25T01:30:00Z");
  });
});

describe("every zone, biased to the changes of its clock", () => {
  it("opens only when the clock on the wall shows it, and always when it shows it once", () => {
    fc.assert(
      fc.property(moments, ruleParts, ({ timeZone, now }, parts) => {
        const rules = { ...parts, timeZone };
        const open = isInWindow(rules, now);
        if (open) expect(showsOpen(rules, now)).toBe(true);
        else if (isShownOnce(timeZone, now)) expect(showsOpen(rules, now)).toBe(false);
      }),
      { ...RUNS, numRuns: RUNS.numRuns * 8 },
    );
  });

  it("finds the next opening: inside, not earlier, nothing open before it", () => {
    fc.assert(
      fc.property(moments, ruleParts, fc.double({ min: 0, max: 1, noNaN: true }), ({ timeZone, now }, parts, share) => {
        const rules = { ...parts, timeZone };
        const opens = nextOpening(rules, now);
        if (!opens) throw new Error("sound rules open");
        expect(isInWindow(rules, opens)).toBe(true);
        const gap = opens.epochMilliseconds - now.epochMilliseconds;
        expect(gap).toBeGreaterThanOrEqual(0);
        expect(gap).toBeLessThanOrEqual(15 * 24 * HOUR);
        if (gap > 0) expect(isInWindow(rules, now.add({ milliseconds: Math.floor(share * (gap - 1)) }))).toBe(false);
        const closes = windowClose(rules, opens);
        if (closes) {
          expect(isInWindow(rules, closes)).toBe(false);
          expect(isInWindow(rules, closes.subtract({ milliseconds: 1 }))).toBe(true);
        }
      }),
      RUNS,
    );
  });

  it("counts the day that the clock on the wall shows", () => {
    fc.assert(
      fc.property(moments, ({ timeZone, now }) => {
        const day = localDay({ timeZone }, now);
        expect(day.key).toBe(dayShown(timeZone, now));
        expect(Temporal.Instant.compare(day.start, now)).toBeLessThanOrEqual(0);
        expect(Temporal.Instant.compare(day.end, now)).toBe(1);
        expect(dayShown(timeZone, day.start)).toBe(day.key);
        expect(dayShown(timeZone, day.end)).not.toBe(day.key);
      }),
      { ...RUNS, numRuns: RUNS.numRuns * 4 },
    );
  });

  it("counts calendar days of a delay, whatever the clock does between", () => {
    fc.assert(
      fc.property(moments, fc.integer({ min: 1, max: 30 }), ({ timeZone, now }, days) => {
        const anyHour = { ...withWindow("00:00", "24:00"), timeZone };
        const due = addDelay(now, { days, hours: 0, minutes: 0 }, anyHour);
        if (!due) throw new Error("any hour opens");
        const wanted = now.toZonedDateTimeISO(timeZone).toPlainDateTime().add({ days });
        const shown = due.toZonedDateTimeISO(timeZone).toPlainDateTime();
        const skipped = Temporal.PlainDateTime.compare(shown, wanted) !== 0;
        // Only a time that the wall never shows moves, and then to where the clock has jumped.
        if (skipped) {
          expect(wanted.toZonedDateTime(timeZone).toPlainDateTime().equals(wanted)).toBe(false);
          expect(Temporal.PlainDateTime.compare(shown, wanted)).toBe(1);
        }
      }),
      { ...RUNS, numRuns: RUNS.numRuns * 4 },
    );
  });

  it.runIf(PROVE)("holds around every change of every zone", { timeout: 3_600_000 }, () => {
    const pairs = [["09:00", "17:00"], ["00:00", "24:00"], ["01:30", "02:30"], ["22:00", "02:15"], ["02:30", "05:00"], ["23:30", "00:30"]];
    let checked = 0;
    for (const { timeZone, at: change } of TRANSITIONS) {
      for (const [start, end] of pairs as [string, string][]) {
        const rules = { ...berlin, days: WEEKDAYS.slice(0, 5).concat("sunday"), windowStart: start, windowEnd: end, timeZone };
        for (let ms = change - 26 * HOUR; ms <= change + 26 * HOUR; ms += HOUR / 4) {
          const moment = Temporal.Instant.fromEpochMilliseconds(ms);
          const open = isInWindow(rules, moment);
          if (open !== showsOpen(rules, moment) && (open || isShownOnce(timeZone, moment))) {
            throw new Error(`${timeZone} ${moment} ${start}-${end}: open ${open}`);
          }
          checked += 1;
        }
      }
    }
    expect(checked).toBeGreaterThan(TRANSITIONS.length * 6 * 200);
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
