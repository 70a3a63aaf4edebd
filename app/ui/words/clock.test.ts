import { describe, expect, it } from "vitest";
import { sayAhead, sayClock, sayClockToTheSecond, sayDay } from "./clock";

const zone = "America/New_York";
const now = new Date("2026-11-23T17:41:18Z");

describe("times as they are said in the browser", () => {
  it.each([
    ["2026-11-23T14:00:00Z", "9:00"],
    ["2026-11-23T05:07:00Z", "0:07"],
    ["2026-11-24T04:59:59Z", "23:59"],
  ])("takes %s as %s, on 24 hours", (at, said) => expect(sayClock(new Date(at), zone)).toBe(said));

  it("names a moment to the second", () => expect(sayClockToTheSecond(now, zone)).toBe("12:41:18"));

  it.each([
    ["2026-11-23T23:45:00Z", "18:45"],
    ["2026-11-24T11:00:00Z", "tomorrow 6:00"],
    // In UTC it is tomorrow already, in New York it is not.
    ["2026-11-24T03:00:00Z", "22:00"],
    ["2026-11-30T14:00:00Z", "Mon 30 Nov 9:00"],
    ["2027-01-08T14:00:00Z", "Fri 8 Jan 2027 9:00"],
  ])("says when %s is: %s", (at, said) => expect(sayAhead(new Date(at), now, zone)).toBe(said));

  it("counts calendar days where clocks change", () => {
    const eve = new Date("2026-10-31T16:00:00Z");
    expect(sayAhead(new Date("2026-11-01T17:00:00Z"), eve, zone)).toBe("tomorrow 12:00");
  });

  it("leaves the year out within it", () => expect(sayDay(new Date("2026-12-15T14:00:00Z"), now, zone)).toBe("Tue 15 Dec"));
});
