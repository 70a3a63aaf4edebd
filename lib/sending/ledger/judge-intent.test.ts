import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { type IntentFacts, judgeIntent, type Refusal } from "./judge-intent";

const now = Temporal.Instant.from("2026-11-24T15:00:00Z");
const sound: IntentFacts = {
  teamStopped: false,
  campaignStatus: "active",
  contactStatus: "pending",
  fenced: true,
  mailboxStatus: "connected",
  mailboxTrouble: null,
  troubleCode: null,
  troubleUntil: null,
  mayBeAnswered: false,
  suppressed: false,
  guarded: false,
  domainUnproven: false,
  answered: false,
  held: null,
  footerLacks: null,
  elsewhere: false,
  signedHash: "h",
  requestHash: "h",
  senderCorrected: false,
  changedInOutlook: false,
  leftOtherwise: false,
  slotAt: now,
  rules: {
    windowStart: "09:00",
    windowEnd: "17:00",
    days: ["monday", "tuesday", "wednesday", "thursday", "friday"],
    timeZone: "America/New_York",
    dailyLimit: 50,
    spacingSeconds: 120,
  },
  usedToday: 0,
  lastSentAt: null,
  mailboxSent: [],
  mailboxDayUsed: null,
  teamBudgetUsed: null,
};

test("a signed mail in its slot and window may leave", () => {
  expect(judgeIntent(sound, now)).toBeNull();
});

const one: [Partial<IntentFacts>, Refusal["reason"]][] = [
  [{ teamStopped: true }, "stopped"],
  [{ campaignStatus: "paused" }, "paused"],
  [{ campaignStatus: "completed" }, "ended"],
  [{ contactStatus: "replied" }, "ended"],
  [{ contactStatus: "unsubscribed" }, "ended"],
  [{ fenced: false }, "lost its run"],
  [{ mailboxStatus: "signed_out" }, "mailbox signed out"],
  [{ mailboxTrouble: "no_licence" }, "mailbox in trouble"],
  [{ mailboxTrouble: "full" }, "mailbox in trouble"],
  [{ mailboxTrouble: "limited" }, "mailbox in trouble"],
  [{ mayBeAnswered: true }, "mailbox not read"],
  [{ suppressed: true }, "suppressed"],
  [{ answered: true }, "answered"],
  [{ held: { until: now.add({ hours: 1 }) } }, "held"],
  [{ held: { until: null } }, "held"],
  [{ signedHash: null }, "not signed"],
  [{ senderCorrected: true }, "sender corrected"],
  [{ requestHash: "other" }, "changed since it was signed"],
  [{ footerLacks: "The unsubscribe line is missing" }, "footer incomplete"],
  [{ changedInOutlook: true }, "changed in Outlook"],
  [{ leftOtherwise: true }, "left otherwise"],
  [{ elsewhere: true }, "elsewhere"],
  [{ slotAt: null }, "no slot"],
  [{ slotAt: now.add({ seconds: 30 }) }, "not yet"],
  [{ usedToday: 50 }, "not yet"],
  [{ lastSentAt: now.subtract({ seconds: 60 }) }, "not yet"],
];

describe("a mail does not leave", () => {
  test.each(one)("with %o: %s", (change, reason) => {
    expect(judgeIntent({ ...sound, ...change }, now)?.reason).toBe(reason);
  });

  test("outside its window, and says when it opens", () => {
    const night = Temporal.Instant.from("2026-11-24T03:00:00Z");
    expect(judgeIntent({ ...sound, slotAt: null }, night)?.reason).toBe("no slot");
    const refusal = judgeIntent({ ...sound, slotAt: night }, night);
    expect(refusal?.reason).toBe("not yet");
    expect(String(refusal?.from)).toBe("2026-11-24T14:00:00Z");
  });

  test("while its mailbox is in trouble, and says until when", () => {
    const until = now.add({ minutes: 15 });
    const refusal = judgeIntent({ ...sound, mailboxTrouble: "limited", troubleUntil: until }, now);
    expect(refusal).toEqual({ reason: "mailbox in trouble", from: until });
  });

  test("for the first of several reasons", () => {
    expect(judgeIntent({ ...sound, suppressed: true, teamStopped: true, signedHash: null }, now)?.reason).toBe("stopped");
  });
});

test("a mailbox that Microsoft asked to let rest waits until then and no longer, unlike one that is limited", () => {
  const until = now.add({ seconds: 20 });
  const rests: IntentFacts = { ...sound, mailboxTrouble: "limited", troubleCode: "Retry-After", troubleUntil: until };
  expect(judgeIntent(rests, now)).toEqual({ reason: "mailbox rests", from: until });
  expect(judgeIntent({ ...rests, slotAt: until }, until)).toBeNull();
  expect(judgeIntent({ ...rests, troubleCode: "5.1.90" }, until)).toMatchObject({ reason: "mailbox in trouble" });
});
