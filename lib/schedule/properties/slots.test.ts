import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { allocateSlots, type SlotRequest } from "../allocate-slots";
import { mayLeaveNow } from "../may-leave-now";
import { nextOpening } from "../next-opening";
import type { SendingRules } from "../types";
import { moments, RUNS, ruleParts } from "./arbitraries";
import { dayShown, showsOpen } from "./wall-clock";

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
        expectApart(
          slots.map((slot) => slot.at),
          request,
        );
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
        const plan = allocateSlots({
          rules,
          now: opens,
          used: {},
          taken: [],
          candidates: [{ id: "one", kind: "first", notBefore: null }],
        });
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
          const answer = mayLeaveNow(request.rules, {
            now: at,
            usedToday,
            lastSentAt: sent.at(-1) ?? null,
            mailboxSent: sent,
          });
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
      candidates: who.map(({ kind, hours }, i) => ({
        id: `${i}`,
        kind,
        notBefore: hours === null ? null : now.add({ hours }),
      })),
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
