import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { quickest } from "../env/testing/quickest";
import { addDelay } from "./add-delay";
import { allocateSlots, type SlotCandidate } from "./allocate-slots";
import { WEEKDAYS } from "./clock/read-rules";
import { forecast } from "./forecast";
import { dayShown } from "./properties/wall-clock";
import type { Delay, SendingRules } from "./types";

const rules: SendingRules = {
  windowStart: "09:00",
  windowEnd: "17:00",
  days: WEEKDAYS.slice(0, 5),
  timeZone: "America/New_York",
  dailyLimit: 50,
  spacingSeconds: 90,
};
const now = Temporal.Instant.from("2026-11-23T22:30Z");
const days = (count: number): { delay: Delay } => ({ delay: { days: count, hours: 0, minutes: 0 } });

describe("a forecast", () => {
  it("says what three steps for 460 people amount to", () => {
    const ahead = forecast(rules, { now, contacts: 460, steps: [days(0), days(7), days(7)] });
    expect(ahead.mails).toBe(1380);
    expect(String(ahead.first)).toBe("2026-11-24T14:00:00Z");
    // Follow-ups fill the days from 1 to 14 December; the last 10 first mails leave on the 21st, 14 days before the end.
    expect(ahead.last && dayShown(rules.timeZone, ahead.last)).toBe("2027-01-04");
  });

  it("is nothing for nobody, and has no end beyond ten years", () => {
    expect(forecast(rules, { now, contacts: 0, steps: [days(0)] })).toEqual({ mails: 0, first: null, last: null });
    const endless = forecast({ ...rules, dailyLimit: 1 }, { now, contacts: 10_000, steps: [days(0)] });
    expect(endless.last).toBeNull();
    expect(String(endless.first)).toBe("2026-11-24T14:00:00Z");
  });

  it("has follow-ups of two minutes on the day of the first mails", () => {
    const demo: SendingRules = {
      ...rules,
      windowStart: "00:00",
      windowEnd: "24:00",
      days: WEEKDAYS,
      dailyLimit: 1000,
      spacingSeconds: 5,
    };
    const soon = { delay: { days: 0, hours: 0, minutes: 2 } };
    const ahead = forecast(demo, { now, contacts: 12, steps: [soon, soon, soon] });
    expect(ahead.last?.since(now).total("seconds")).toBe(2 * 120 + 11 * 5);
  });

  it.each([
    [50, 7],
    [20, 1],
    [500, 2],
  ])("ends on the day the allocator ends, at %i a day and %i days between", (dailyLimit, delay) => {
    const small = { ...rules, dailyLimit };
    const steps = [days(0), days(delay), days(delay)];
    const ahead = forecast(small, { now, contacts: 130, steps });
    const last = simulate(small, 130, steps);
    expect(ahead.last && dayShown(rules.timeZone, ahead.last)).toBe(dayShown(rules.timeZone, last));
  });

  it.each([
    [50, "2029-03-12"],
    [1000, "2027-01-04"],
    [10_000, "2026-12-08"],
  ])("of 10,000 people and three steps at %i a day ends on %s and takes under 200 ms", async (dailyLimit, end) => {
    const request = { now, contacts: 10_000, steps: [days(0), days(7), days(7)] };
    const wide = { ...rules, dailyLimit, spacingSeconds: 1 };
    const { last } = forecast(wide, request);
    expect(last && dayShown(rules.timeZone, last)).toBe(end);
    expect(await quickest(() => forecast(wide, request), 200)).toBeLessThan(200);
  });
});

/** The campaign as it would run: the allocator asked once a day at 6:00, everything leaving on time. */
function simulate(rules: SendingRules, contacts: number, steps: readonly { delay: Delay }[]): Temporal.Instant {
  let line: (SlotCandidate & { step: number })[] = Array.from({ length: contacts }, (_, i) => ({
    id: `${i}`,
    kind: "first",
    notBefore: null,
    step: 0,
  }));
  let last = now;
  for (let morning = Temporal.Instant.from("2026-11-24T11:00Z"); line.length > 0; morning = morning.add({ hours: 24 })) {
    const { slots } = allocateSlots({ rules, now: morning, horizonHours: 12, used: {}, taken: [], candidates: line });
    for (const { id, at } of slots) {
      last = at;
      const mail = line.find((other) => other.id === id);
      const next = mail && steps[mail.step + 1];
      line = line.filter((other) => other.id !== id);
      if (next) line.push({ id, kind: "followup", notBefore: addDelay(at, next.delay, rules), step: mail.step + 1 });
    }
  }
  return last;
}
