import { describe, expect, it } from "vitest";
import type { DayLane } from "@/lib/analytics/read-day";
import { sayDay, sayHeld, sayLane } from "./say-day";

const zone = "America/New_York";
const lane = (set: Partial<DayLane>): DayLane => ({
  campaignId: "c",
  name: "Invoices",
  timezone: zone,
  sent: 0,
  planned: 0,
  signedHeld: 0,
  toSign: 0,
  held: null,
  heldBy: null,
  differs: false,
  mailbox: "anna@contoso.com",
  marks: [],
  ...set,
});
const running = lane({
  sent: 4,
  planned: 6,
  toSign: 3,
  marks: [{ at: new Date("2026-11-24T21:30:00Z"), kind: "signed", name: "Mara" }],
});
const paused = lane({ sent: 2, planned: 2, signedHeld: 12, held: "paused", heldBy: "Ben Ortiz" });

describe("the day in words", () => {
  it("counts what a pause holds besides what has a minute", () => {
    expect(sayDay([running, paused], zone)).toBe(
      "8 mails in 2 campaigns, 6 sent, the last at 16:30, 12 signed and held, 3 more once signed",
    );
    expect(sayLane(paused)).toBe("2 sent, 12 signed and held, paused by Ben Ortiz");
    expect(sayHeld([running, paused])).toBe("12 signed and held");
  });

  it("says what is held where nothing has a minute any more, instead of none", () => {
    expect(sayDay([lane({ signedHeld: 12, held: "stopped" })], zone)).toBe("12 signed and held");
    expect(sayDay([lane({})], zone)).toBe("none yet");
  });

  it("counts what keeps its minute while all is stopped as held, too", () =>
    expect(sayLane(lane({ planned: 3, signedHeld: 2, held: "stopped", heldBy: "Anna Keller" }))).toBe(
      "0 sent, 5 signed and held, stopped by Anna Keller",
    ));

  it("says for whom the mails of a mailbox wait, and what runs", () => {
    expect(sayLane(lane({ sent: 1, planned: 4, held: "mailbox" }))).toBe("1 sent, 3 wait for anna@");
    expect(sayLane(running)).toBe("4 of 6 sent, 3 to sign");
    expect(sayLane(lane({}))).toBe("none today");
  });
});
