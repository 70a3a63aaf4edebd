import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { allocateSlots, type SlotCandidate, type SlotRequest } from "./allocate-slots";
import { WEEKDAYS } from "./clock/read-rules";
import { mayLeaveNow } from "./may-leave-now";
import { nextOpening } from "./next-opening";
import { moments, RUNS, ruleParts } from "./test-support/arbitraries";
import { dayShown, showsOpen } from "./test-support/wall-clock";
import type { SendingRules } from "./types";

const anyHour: SendingRules = {
  windowStart: "00:00:00",
  windowEnd: "24:00:00",
  days: WEEKDAYS,
  timeZone: "Europe/Berlin",
  dailyLimit: 20,
  spacingSeconds: 1,
};
const office: SendingRules = { ...anyHour, windowStart: "09:00", windowEnd: "17:00", days: WEEKDAYS.slice(0, 5) };
const midday = Temporal.Instant.from("2026-11-23T11:00Z");
const minute = (n: number) => midday.add({ minutes: n });

function line(count: number, change: Partial<SlotCandidate> = {}): SlotCandidate[] {
  return Array.from({ length: count }, (_, i) => ({ id: `${change.kind ?? "first"}-${i}`, notBefore: null, kind: "first", ...change }));
}

function ask(change: Partial<SlotRequest> = {}): SlotRequest {
  return { rules: anyHour, now: midday, used: {}, taken: [], candidates: [], ...change };
}

describe("giving slots", () => {
  it("lets the day's limit leave and tells the others from when", () => {
    const plan = allocateSlots(ask({ candidates: line(500) }));
    const today = plan.slots.filter((slot) => dayShown("Europe/Berlin", slot.at) === "2026-11-23");
    expect(today).toHaveLength(20);
    expect(today.map((slot) => [slot.reason, slot.position, slot.of])[4]).toEqual(["In line for a slot", 5, 20]);
    expect(today.at(-1)?.at.epochMilliseconds).toBe(midday.epochMilliseconds + 19_000);
    const others = [...plan.slots.slice(20), ...plan.waiting];
    expect(others).toHaveLength(480);
    expect(new Set(others.map((mail) => mail.reason))).toEqual(new Set(["Daily limit reached"]));
    expect(String(others[0]?.from)).toBe("2026-11-23T23:00:00Z");
    expect(String(plan.waiting[0]?.from)).toBe("2026-11-24T23:00:00Z");
  });

  it("serves follow-ups of the day before first mails", () => {
    const due = line(15, { kind: "followup", notBefore: minute(120) });
    const plan = allocateSlots(ask({ candidates: [...line(30), ...due] }));
    const today = plan.slots.filter((slot) => dayShown("Europe/Berlin", slot.at) === "2026-11-23");
    expect(today.filter((slot) => slot.id.startsWith("followup"))).toHaveLength(15);
    expect(today.filter((slot) => slot.id.startsWith("first"))).toHaveLength(5);
    expect(today.find((slot) => slot.id === "followup-0")?.reason).toBe("Delay runs");
  });

  it("leaves places that are kept for follow-ups still to be signed", () => {
    const plan = allocateSlots(ask({ candidates: line(30), reserved: { "2026-11-23": 12 }, horizonHours: 2 }));
    expect(plan.slots).toHaveLength(8);
  });

  it("fills the room before a slot that is held for later", () => {
    const plan = allocateSlots(ask({ candidates: line(1), taken: [minute(600)], used: { "2026-11-23": 1 } }));
    expect(String(plan.slots[0]?.at)).toBe(String(midday));
  });

  it("keeps at most 25 a minute of a mailbox that several campaigns share", () => {
    const mailboxTaken = Array.from({ length: 24 }, (_, i) => midday.add({ seconds: i }));
    const rules = { ...anyHour, dailyLimit: 1000 };
    const plan = allocateSlots(ask({ rules, candidates: line(3), mailboxTaken }));
    expect(plan.slots.map((slot) => (slot.at.epochMilliseconds - midday.epochMilliseconds) / 1000)).toEqual([0, 60, 61]);
  });

  it("spreads from now on what an outage has held up", () => {
    const rules = { ...office, spacingSeconds: 120 };
    const candidates = line(10, { notBefore: minute(-300) });
    const plan = allocateSlots(ask({ rules, candidates, taken: [minute(-1)], used: { "2026-11-23": 3 } }));
    expect(plan.slots.map((slot) => slot.at.since(midday).total("minutes"))).toEqual([1, 3, 5, 7, 9, 11, 13, 15, 17, 19]);
  });

  it("says that the window is closed, and gives slots for when it opens", () => {
    const night = Temporal.Instant.from("2026-11-23T20:00Z");
    const plan = allocateSlots(ask({ rules: office, now: night, candidates: line(30) }));
    expect(plan.slots).toHaveLength(20);
    expect(plan.waiting[0]).toMatchObject({ reason: "Window closed" });
    expect(String(plan.waiting[0]?.from)).toBe("2026-11-24T08:00:00Z");
  });

  it("gives 10,000 people their slots in well under a second", () => {
    const rules = { ...anyHour, dailyLimit: 10_000 };
    const start = performance.now();
    const plan = allocateSlots(ask({ rules, candidates: line(10_000) }));
    expect(plan.slots).toHaveLength(10_000);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

describe("every zone, biased to the changes of its clock", () => {
  const people = fc.array(
    fc.record({
      kind: fc.constantFrom("first" as const, "followup" as const),
      hours: fc.option(fc.integer({ min: -30, max: 30 })),
    }),
    { minLength: 1, maxLength: 45 },
  );
  const before = fc.array(fc.integer({ min: -7200, max: 90_000 }), { maxLength: 30 });

  it("never gives a slot outside the window, above the limit, too near another, or too far ahead", () => {
    fc.assert(
      fc.property(moments, ruleParts, people, before, before, (moment, parts, who, ours, others) => {
        const request = build(moment, parts, who, ours, others);
        const { rules, now } = request;
        const { slots, waiting } = allocateSlots(request);
        expect(slots.length + waiting.length).toBe(who.length);
        const perDay = new Map(Object.entries(request.used));
        for (const { id, at } of slots) {
          expect(showsOpen(rules, at)).toBe(true);
          const due = request.candidates.find((candidate) => candidate.id === id)?.notBefore ?? now;
          expect(at.epochMilliseconds).toBeGreaterThanOrEqual(Math.max(now.epochMilliseconds, due.epochMilliseconds));
          expect(at.epochMilliseconds).toBeLessThanOrEqual(now.epochMilliseconds + 24 * 3_600_000);
          const day = dayShown(rules.timeZone, at);
          perDay.set(day, (perDay.get(day) ?? 0) + 1);
        }
        for (const { at } of slots) {
          expect(perDay.get(dayShown(rules.timeZone, at))).toBeLessThanOrEqual(rules.dailyLimit);
        }
        expectApart(slots.map((slot) => slot.at), request);
        for (const mail of [...slots, ...waiting]) {
          if (mail.from) expect(Temporal.Instant.compare(mail.from, now)).toBeGreaterThanOrEqual(0);
        }
      }),
      RUNS,
    );
  });

  it("gives the first in line the moment the window opens", () => {
    fc.assert(
      fc.property(moments, ruleParts, ({ timeZone, now }, parts) => {
        const rules = { ...parts, timeZone };
        const opens = nextOpening(rules, now);
        if (!opens) throw new Error("sound rules open");
        const plan = allocateSlots({ rules, now: opens, used: {}, taken: [], candidates: line(1) });
        expect(String(plan.slots[0]?.at)).toBe(String(opens));
        expect(mayLeaveNow(rules, { now: opens, usedToday: 0, lastSentAt: null })).toEqual({ ok: true });
      }),
      RUNS,
    );
  });

  it("gives nothing more when it is asked again", () => {
    fc.assert(
      fc.property(moments, ruleParts, people, before, (moment, parts, who, ours) => {
        const request = build(moment, parts, who, ours, []);
        const { slots, waiting } = allocateSlots(request);
        const used = { ...request.used };
        for (const { at } of slots) {
          const day = dayShown(request.rules.timeZone, at);
          used[day] = (used[day] ?? 0) + 1;
        }
        const left = request.candidates.filter(({ id }) => waiting.some((mail) => mail.id === id));
        const taken = [...request.taken, ...slots.map((slot) => slot.at)];
        expect(allocateSlots({ ...request, used, taken, candidates: left }).slots).toEqual([]);
      }),
      RUNS,
    );
  });

  it("agrees with the check at the instant of sending, slot by slot", () => {
    fc.assert(
      fc.property(moments, ruleParts, people, (moment, parts, who) => {
        const request = build(moment, parts, who, [], []);
        const sent: Temporal.Instant[] = [];
        for (const { at } of allocateSlots(request).slots) {
          const day = dayShown(request.rules.timeZone, at);
          const usedToday = sent.filter((other) => dayShown(request.rules.timeZone, other) === day).length;
          const answer = mayLeaveNow(request.rules, { now: at, usedToday, lastSentAt: sent.at(-1) ?? null, mailboxSent: sent });
          expect(answer).toEqual({ ok: true });
          sent.push(at);
        }
      }),
      RUNS,
    );
  });

  function build(
    moment: { timeZone: string; now: Temporal.Instant },
    parts: Omit<SendingRules, "timeZone">,
    who: { kind: "first" | "followup"; hours: number | null }[],
    ours: number[],
    others: number[],
  ): SlotRequest {
    const { now, timeZone } = moment;
    const taken = ours.map((seconds) => now.add({ seconds }));
    const used: Record<string, number> = {};
    for (const at of taken) used[dayShown(timeZone, at)] = Math.min(parts.dailyLimit, (used[dayShown(timeZone, at)] ?? 0) + 1);
    return {
      rules: { ...parts, timeZone },
      now,
      used,
      taken,
      mailboxTaken: others.map((seconds) => now.add({ seconds })),
      candidates: who.map(({ kind, hours }, i) => ({ id: `${i}`, kind, notBefore: hours === null ? null : now.add({ hours }) })),
    };
  }

  function expectApart(slots: Temporal.Instant[], request: SlotRequest) {
    const spacing = request.rules.spacingSeconds * 1000;
    const mine = slots.map((slot) => slot.epochMilliseconds);
    const all = [...mine, ...request.taken.map((taken) => taken.epochMilliseconds)].sort((a, b) => a - b);
    const mailbox = [...all, ...(request.mailboxTaken ?? []).map((taken) => taken.epochMilliseconds)];
    for (const at of mine) {
      const nearest = Math.min(...all.toSpliced(all.indexOf(at), 1).map((other) => Math.abs(other - at)));
      expect(nearest).toBeGreaterThanOrEqual(spacing);
      for (const from of mailbox.filter((other) => other > at - 60_000 && other <= at)) {
        const within = mailbox.filter((other) => other >= from && other < from + 60_000);
        expect(within.length).toBeLessThanOrEqual(25);
      }
    }
  }
});
