import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { type Leave, leaveAt, type TeamHours } from "./leave-at";

const hours: TeamHours = { start: "09:00:00", end: "17:00:00", days: ["monday", "tuesday", "wednesday", "thursday", "friday"] };
const zones = { reader: "America/Denver", sender: "America/New_York" };
/** Mon 23 Nov 2026, 12:41 in New York. */
const now = Temporal.Instant.from("2026-11-23T17:41:00Z");
const leave = (more: Partial<Leave>): Leave => ({ kind: "at", day: "2026-11-24", time: "9:00", zone: "sender", ...more });
const said = (given: Leave, at = now, where: { reader: string | null; sender: string } = zones) =>
  leaveAt(given, where, hours, at)?.at.toString() ?? null;

describe("a mail by hand leaves", () => {
  test("at once", () => expect(said(leave({ kind: "now" }))).toBe("2026-11-23T17:41:00Z"));
  test("at nine of the sender", () => expect(said(leave({}))).toBe("2026-11-24T14:00:00Z"));
  test("at nine of the reader", () => expect(said(leave({ zone: "reader" }))).toBe("2026-11-24T16:00:00Z"));
  test("by the sender's clock where the reader's is not known", () =>
    expect(said(leave({ zone: "reader" }), now, { ...zones, reader: null })).toBe("2026-11-24T14:00:00Z"));
  test("now, where the time is over", () => expect(said(leave({ day: "2026-11-20" }))).toBe("2026-11-23T17:41:00Z"));
  test("after a night that skips its hour", () =>
    expect(said(leave({ day: "2026-03-08", time: "02:30" }), Temporal.Instant.from("2026-03-01T00:00:00Z"))).toBe(
      "2026-03-08T07:30:00Z",
    ));
  test("at the next good time: at once in the team's hours there", () =>
    expect(said(leave({ kind: "good" }))).toBe("2026-11-23T17:41:00Z"));
  test("at the next good time: on Monday after a weekend, at nine there", () =>
    expect(said(leave({ kind: "good" }), Temporal.Instant.from("2026-11-28T12:00:00Z"))).toBe("2026-11-30T16:00:00Z"));
  test("never, where no day is a good one", () =>
    expect(leaveAt(leave({ kind: "good" }), zones, { ...hours, days: [] }, now)).toBeNull());
});
