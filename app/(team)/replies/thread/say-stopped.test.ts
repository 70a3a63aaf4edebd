import { describe, expect, test } from "vitest";
import { sayMoment } from "@/app/ui/words/clock";
import { sayBriefly, sayStopped } from "./say-stopped";

const now = new Date("2026-11-23T12:41:00Z");
const zone = "Europe/Berlin";
const mail = (step: string, wasAt: string | null, campaign = "Supplier invoices") => ({ step, campaign, wasAt });
const say = (stopped: Parameters<typeof sayStopped>[0]) => {
  const { first, rest } = sayStopped(stopped, "Simona", now, zone);
  return `${first} ${rest}`;
};

describe("what an answer stopped", () => {
  test("how fast, what was to leave when, and who gets nothing more", () => {
    expect(
      say({ seconds: 4, mails: [mail("Step 2", "2026-11-24T08:10:00Z")], colleagues: { count: 2, company: "morasca.com" } }),
    ).toBe(
      "Stopped 4 s after it arrived. Step 2 was to leave tomorrow 9:10. No follow-up goes to Simona or anyone at morasca.com.",
    );
  });
  test("a step whose time was not known yet was next", () => {
    expect(say({ seconds: 0, mails: [mail("Last note", null)], colleagues: null })).toBe(
      "Stopped as it arrived. Last note was next. No follow-up goes to Simona.",
    );
  });
  test("two campaigns are named, each with its mail", () => {
    expect(
      say({
        seconds: 75,
        mails: [mail("Follow-up", "2026-11-23T14:10:00Z"), mail("Last note", "2026-11-30T08:00:00Z", "Printers")],
        colleagues: null,
      }),
    ).toBe(
      "Stopped 75 s after it arrived. Follow-up of Supplier invoices was to leave today 15:10. Last note of Printers was to leave Mon 30 Nov 9:00. No follow-up goes to Simona.",
    );
  });
  test("one from before, of which no row tells what was next, says no more than it knows", () => {
    expect(say({ seconds: 9, mails: [], colleagues: null })).toBe("Stopped 9 s after it arrived. No follow-up goes to Simona.");
  });
});

test.each([
  ["2026-11-23T14:10:00Z", "today 15:10", "15:10"],
  ["2026-11-24T08:10:00Z", "tomorrow 9:10", "Tue 24 Nov"],
  ["2026-11-16T09:12:00Z", "Mon 16 Nov 10:12", "Mon 16 Nov"],
  ["2027-01-04T08:00:00Z", "Mon 4 Jan 2027 9:00", "Mon 4 Jan 2027"],
])("%s is %s, and %s where there is little room", (at, long, short) => {
  expect(sayMoment(new Date(at), now, zone)).toBe(long);
  expect(sayBriefly(new Date(at), now, zone)).toBe(short);
});
