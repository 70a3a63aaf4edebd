import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { WEEKDAYS } from "./clock/read-rules";
import { explainWait } from "./explain-wait";
import { mayLeaveNow } from "./may-leave-now";
import type { SendingRules } from "./types";

const rules: SendingRules = {
  windowStart: "09:00",
  windowEnd: "18:00",
  days: WEEKDAYS.slice(0, 5),
  timeZone: "Europe/Berlin",
  dailyLimit: 50,
  spacingSeconds: 120,
};
const at = (text: string) => Temporal.Instant.from(text);
const noon = at("2026-11-23T11:00Z");

describe("at the instant of sending", () => {
  it.each([
    ["all is well", { now: noon, usedToday: 49, lastSentAt: at("2026-11-23T10:58Z") }, "ok", ""],
    [
      "the window closed meanwhile",
      { now: at("2026-11-23T17:00Z"), usedToday: 3, lastSentAt: null },
      "window_closed",
      "2026-11-24T08:00:00Z",
    ],
    ["it is Saturday", { now: at("2026-11-21T11:00Z"), usedToday: 0, lastSentAt: null }, "window_closed", "2026-11-23T08:00:00Z"],
    ["the limit is reached", { now: noon, usedToday: 50, lastSentAt: null }, "daily_limit", "2026-11-24T08:00:00Z"],
    [
      "the mail before is too near",
      { now: noon, usedToday: 3, lastSentAt: at("2026-11-23T10:59:30.0005Z") },
      "in_line",
      "2026-11-23T11:01:30.001Z",
    ],
    [
      "the delay still runs",
      { now: noon, usedToday: 3, lastSentAt: null, notBefore: at("2026-11-23T20:00Z") },
      "delay",
      "2026-11-24T08:00:00Z",
    ],
    ["the system clock jumped back an hour", { now: noon, usedToday: 3, lastSentAt: at("2026-11-23T12:00Z") }, "ok", ""],
  ])("when %s", (_, moment, reason, from) => {
    const answer = mayLeaveNow(rules, moment);
    expect(answer.ok ? ["ok", ""] : [answer.reason, String(answer.from)]).toEqual([reason, from]);
  });

  it("holds the 26th mail of a mailbox within a minute", () => {
    const mailboxSent = Array.from({ length: 25 }, (_, i) => noon.subtract({ seconds: 50 - i }));
    const answer = mayLeaveNow(rules, { now: noon, usedToday: 0, lastSentAt: null, mailboxSent });
    expect(answer).toMatchObject({ ok: false, reason: "in_line" });
    expect(answer.ok || String(answer.from)).toBe("2026-11-23T11:00:10Z");
  });
});

describe("why a mail waits", () => {
  const wait = (now: Temporal.Instant, usedToday: number, notBefore: Temporal.Instant | null, slot: Temporal.Instant | null) => {
    const { reason, from } = explainWait(rules, { now, usedToday })({ notBefore, slot });
    return [reason, String(from)];
  };

  it("names one reason and the time it can change", () => {
    const later = at("2026-11-23T13:00Z");
    const tomorrow = at("2026-11-24T08:10Z");
    expect(wait(noon, 50, later, null)).toEqual(["delay", "2026-11-23T13:00:00Z"]);
    expect(wait(at("2026-11-23T18:00Z"), 50, null, tomorrow)).toEqual(["window_closed", "2026-11-24T08:00:00Z"]);
    expect(wait(noon, 50, null, tomorrow)).toEqual(["daily_limit", "2026-11-24T08:10:00Z"]);
    expect(wait(noon, 50, null, null)).toEqual(["daily_limit", "2026-11-24T08:00:00Z"]);
    expect(wait(noon, 50, null, later)).toEqual(["in_line", "2026-11-23T13:00:00Z"]);
    expect(wait(noon, 3, null, null)).toEqual(["in_line", "2026-11-23T11:00:00Z"]);
  });
});
