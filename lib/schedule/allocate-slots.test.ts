import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { quickest } from "../env/testing/quickest";
import { allocateSlots, type SlotCandidate, type SlotRequest } from "./allocate-slots";
import { WEEKDAYS } from "./clock/read-rules";
import { dayShown } from "./properties/wall-clock";
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
  return Array.from({ length: count }, (_, i) => ({
    id: `${change.kind ?? "first"}-${i}`,
    notBefore: null,
    kind: "first",
    ...change,
  }));
}

function ask(change: Partial<SlotRequest> = {}): SlotRequest {
  return { rules: anyHour, now: midday, used: {}, taken: [], candidates: [], ...change };
}

describe("giving slots", () => {
  it("lets the day's limit leave and tells the others from when", () => {
    const plan = allocateSlots(ask({ candidates: line(500) }));
    const today = plan.slots.filter((slot) => dayShown("Europe/Berlin", slot.at) === "2026-11-23");
    expect(today).toHaveLength(20);
    expect(today.map((slot) => [slot.reason, slot.position, slot.of])[4]).toEqual(["in_line", 5, 20]);
    expect(today.at(-1)?.at.epochMilliseconds).toBe(midday.epochMilliseconds + 19_000);
    const others = [...plan.slots.slice(20), ...plan.waiting];
    expect(others).toHaveLength(480);
    expect(new Set(others.map((mail) => mail.reason))).toEqual(new Set(["daily_limit"]));
    expect(String(others[0]?.from)).toBe("2026-11-23T23:00:00Z");
    expect(String(plan.waiting[0]?.from)).toBe("2026-11-24T23:00:00Z");
  });

  it("serves follow-ups of the day before first mails", () => {
    const due = line(15, { kind: "followup", notBefore: minute(120) });
    const plan = allocateSlots(ask({ candidates: [...line(30), ...due] }));
    const today = plan.slots.filter((slot) => dayShown("Europe/Berlin", slot.at) === "2026-11-23");
    expect(today.filter((slot) => slot.id.startsWith("followup"))).toHaveLength(15);
    expect(today.filter((slot) => slot.id.startsWith("first"))).toHaveLength(5);
    expect(today.find((slot) => slot.id === "followup-0")?.reason).toBe("delay");
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

  it("does not squeeze in before a full minute of the mailbox", () => {
    const mailboxTaken = Array.from({ length: 25 }, (_, i) => midday.add({ seconds: i + 1 }));
    const plan = allocateSlots(ask({ candidates: line(1), mailboxTaken }));
    expect(String(plan.slots[0]?.at)).toBe("2026-11-23T11:01:01Z");
  });

  it("starts a new day's limit at midnight, also within one window", () => {
    const rules = { ...anyHour, windowStart: "22:00", windowEnd: "02:00", dailyLimit: 1 };
    const plan = allocateSlots(ask({ rules, candidates: line(2) }));
    expect(plan.slots.map((slot) => String(slot.at))).toEqual(["2026-11-23T21:00:00Z", "2026-11-23T23:00:00Z"]);
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
    expect(plan.waiting[0]).toMatchObject({ reason: "window_closed" });
    expect(String(plan.waiting[0]?.from)).toBe("2026-11-24T08:00:00Z");
  });

  it("gives 10,000 people their slots in well under a second", async () => {
    const rules = { ...anyHour, dailyLimit: 10_000 };
    const give = () => allocateSlots(ask({ rules, candidates: line(10_000) }));
    expect(give().slots).toHaveLength(10_000);
    expect(await quickest(give, 1000, 5)).toBeLessThan(1000);
  });
});
