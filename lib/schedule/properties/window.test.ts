import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { addDelay } from "../add-delay";
import { toInstant } from "../clock/instants";
import { openPeriods } from "../clock/open-periods";
import { WEEKDAYS } from "../clock/read-rules";
import { isInWindow } from "../is-in-window";
import { localDay } from "../local-day";
import { nextOpening } from "../next-opening";
import type { SendingRules } from "../types";
import { moments, PROVE, RUNS, ruleParts, TRANSITIONS } from "./arbitraries";
import { dayShown, isShownOnce, showsOpen } from "./wall-clock";

const HOUR = 3_600_000;

const limits: Pick<SendingRules, "dailyLimit" | "spacingSeconds"> = { dailyLimit: 50, spacingSeconds: 120 };

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
        const [first, second] = openPeriods(rules, opens.epochMilliseconds);
        if (!first || !second) throw new Error("sound rules open again");
        expect(isInWindow(rules, toInstant(first.to - 1))).toBe(true);
        expect(isInWindow(rules, toInstant(first.to))).toBe(second.from === first.to);
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
        const anyHour = { ...limits, windowStart: "00:00", windowEnd: "24:00", days: WEEKDAYS, timeZone };
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
    const pairs = [
      ["09:00", "17:00"],
      ["00:00", "24:00"],
      ["01:30", "02:30"],
      ["22:00", "02:15"],
      ["02:30", "05:00"],
      ["23:30", "00:30"],
    ];
    let checked = 0;
    for (const { timeZone, at: change } of TRANSITIONS) {
      for (const [start, end] of pairs as [string, string][]) {
        const rules = {
          ...limits,
          days: WEEKDAYS.slice(0, 5).concat("sunday"),
          windowStart: start,
          windowEnd: end,
          timeZone,
        };
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
