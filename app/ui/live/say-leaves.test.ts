import { describe, expect, it } from "vitest";
import { sayLeaves } from "./say-leaves";

const at = new Date("2026-11-24T15:00:00Z");
const say = (now: string, set: { isLost?: boolean; why?: string } = {}) =>
  sayLeaves({ at, now: new Date(now), timezone: "America/New_York", isLost: false, why: null, ...set });

describe("when a mail leaves", () => {
  it("is a time on the clock until an hour before", () =>
    expect(say("2026-11-24T13:59:00Z")).toEqual({ counts: false, due: false, today: true, text: "10:00", why: null }));

  it("is counted down in its last hour", () =>
    expect(say("2026-11-24T14:59:18Z")).toMatchObject({ counts: true, due: false, text: "0:42" }));

  it.each(["2026-11-24T15:00:00Z", "2026-11-24T14:59:59.800Z", "2026-11-24T15:00:55Z"])(
    "is now, and never 0:00, once its minute has come (%s)",
    (now) => expect(say(now)).toEqual({ counts: false, due: true, today: true, text: "now", why: null }),
  );

  it("says why not where its minute is over", () => {
    const late = "2026-11-24T15:02:00Z";
    expect(say(late).why).toBe("due at 10:00, waits for the mails before it");
    expect(say(late, { why: "window closed" }).why).toBe("due at 10:00, window closed");
  });

  it("promises nothing while the line is down", () =>
    expect(say("2026-11-24T15:02:00Z", { isLost: true })).toEqual({
      counts: false,
      due: false,
      today: true,
      text: "10:00",
      why: null,
    }));
});
