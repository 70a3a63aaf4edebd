import { describe, expect, it, test } from "vitest";
import type { LetterMail, LetterView } from "@/lib/letters/letter";
import { mailOf } from "../testing/letter-views";
import { clockOf, sayButton, sayDay, sayLeave, sayMails, saySigned, sayWrongDay } from "./say-leave";

const today = "2026-11-23";
const now: LetterView["leave"] = { kind: "now", day: null, time: null, zone: "sender" };
const at = (day: string, time: string, zone: "sender" | "reader" = "sender") => ({ kind: "at" as const, day, time, zone });
const good: LetterView["leave"] = { ...now, kind: "good" };
const three = [mailOf("Howard"), mailOf("Becky"), mailOf("Cammy")];
const [one] = three as [LetterMail];
const leaving = (here: string, instant: string, some: Partial<LetterMail["leaves"]> = {}) => ({
  leaves: { at: instant, here, there: null, isEarly: false, ...some },
});
const denver = { readsIn: { timeZone: "America/Denver", city: "Denver" } };

describe("the green button says", () => {
  it.each([
    ["Sign and send 3 now", three, now, false],
    ["Sign and send now", [one], now, false],
    ["Sign and send now", [], at(today, "14:00"), false],
    ["Sign 3, leave Tue 9:00", three, at("2026-11-24", "9:00"), false],
    ["Sign 3, leave Mon 30 Nov 9:00", three, at("2026-11-30", "09:00:00"), false],
    ["Sign 3, leave 14:00", three, at(today, "14:00"), false],
    ["Sign, leaves Tue 9:00", [one], at("2026-11-24", "9:00"), false],
    ["Sign 3, leave 12:41", three, good, false],
    ["Sign 3, leave when sending resumes", three, now, true],
    ["Sign, leaves when sending resumes", [one], at("2026-11-24", "9:00"), true],
  ] as const)("%s", (words, mails, leave, resumes) =>
    expect(sayButton({ mails: [...mails], leave, resumes, today })).toBe(words),
  );

  it("the first time where they leave at several", () => {
    const mails = [
      mailOf("Howard", leaving("Tue 24 Nov 9:00", "2026-11-24T14:00:00Z")),
      mailOf("Becky", leaving("today 14:00", "2026-11-23T19:00:00Z")),
    ];
    expect(sayButton({ mails, leave: good, resumes: false, today })).toBe("Sign 2, leave from 14:00");
    expect(sayButton({ mails: mails.slice(0, 1), leave: good, resumes: false, today })).toBe("Sign, leaves Tue 9:00");
  });
});

describe("beside it stands what the choice amounts to", () => {
  it("now, with the clock of towns that have another", () => {
    expect(sayLeave(three, now).words).toBe("All three leave within a minute.");
    const mails = [one, mailOf("Becky", { ...denver, ...leaving("today 12:41", "x", { there: "10:41" }) })];
    expect(sayLeave(mails, now).words).toBe("Both leave within a minute. In Denver it is 10:41.");
    expect(sayLeave([one], now).words).toBe("It leaves within a minute.");
  });
  it("at a time in each one's town, what that is here; in one's own, what that is there", () => {
    const there = [mailOf("Becky", { ...denver, ...leaving("Tue 24 Nov 11:00", "x", { there: "9:00" }) })];
    expect(sayLeave(there, at("2026-11-24", "9:00", "reader")).words).toBe("11:00 here for Denver");
    expect(sayLeave(there, at("2026-11-24", "11:00")).words).toBe("9:00 in Denver");
    expect(sayLeave([one], at("2026-11-24", "11:00")).words).toBe("");
    const tokyo = { readsIn: { timeZone: "Asia/Tokyo", city: "Tokyo" } };
    const before = [mailOf("Cammy", { ...tokyo, ...leaving("today 19:00", "x", { there: "Tue 24 Nov 9:00" }) })];
    expect(sayLeave(before, at("2026-11-24", "9:00", "reader")).words).toBe("today 19:00 here for Tokyo");
  });
  it("that it is early for somebody, or a weekend", () => {
    const early = [mailOf("Becky", { ...denver, ...leaving("today 9:00", "x", { there: "7:00", isEarly: true }) })];
    expect(sayLeave([one, ...early], at(today, "9:00"))).toMatchObject({ words: "7:00 in Denver", early: true });
    const weekend = [mailOf("Becky", { ...denver, ...leaving("today 13:00", "x", { there: "11:00", isEarly: true }) })];
    expect(sayLeave(weekend, at(today, "13:00")).words).toBe("11:00 in Denver, a weekend");
    expect(sayLeave(weekend, now).words).toBe("It leaves within a minute. In Denver it is 11:00. It is a weekend there.");
    const here = [mailOf("Becky", leaving("today 6:00", "x", { isEarly: true }))];
    expect(sayLeave(here, now).words).toBe("It leaves within a minute. It is early.");
  });
  it("at the next good time, from the first to the last", () => {
    const mails = [
      mailOf("Howard", leaving("Tue 24 Nov 9:00", "2026-11-24T14:00:00Z")),
      mailOf("Becky", leaving("today 14:00", "2026-11-23T19:00:00Z")),
    ];
    expect(sayLeave(mails, good).words).toBe("The first leaves today 14:00, the last Tue 24 Nov 9:00.");
    expect(sayLeave(three, good).words).toBe("All three leave today 12:41.");
  });
  it("that there is no good time where the team's hours never open", () => {
    expect(sayLeave([mailOf("Howard", { leaves: null })], good)).toMatchObject({ never: true });
  });
});

test("a time that is over, or that the clocks skip, is never said to be when it leaves", () => {
  const passed = mailOf("Howard", leaving("today 12:41", "x", { instead: "passed" }));
  const early = at(today, "5:00");
  expect(sayButton({ mails: [passed], leave: early, resumes: false, today })).toBe("Sign and send now");
  expect(sayLeave([passed], early)).toMatchObject({ words: "5:00 has passed, so it leaves at once.", early: true });
  expect(sayLeave([passed, passed], early).words).toBe("5:00 has passed, so all leave at once.");
  const some = [passed, mailOf("Becky", leaving("today 19:00", "x"))];
  expect(sayLeave(some, early).words).toBe("5:00 has passed, so one of them leaves at once.");
  expect(sayButton({ mails: some, leave: early, resumes: false, today })).toBe("Sign 2, leave 5:00");
  const skipped = mailOf("Howard", leaving("Sun 14 Mar 2027 3:30", "x", { instead: "skipped" }));
  expect(sayLeave([skipped], at("2027-03-14", "2:30")).words).toBe("The clocks skip 2:30 that day, so it leaves as much later.");
});

test("days are named as people name them, and times without a nought", () => {
  expect(sayDay("2026-11-23", today)).toBe("today");
  expect(sayDay("2026-11-24", today)).toBe("Tue 24 Nov");
  expect(sayDay("2027-01-08", today)).toBe("Fri 8 Jan 2027");
  expect(["09:00", "9:00", "14:30:00", null].map(clockOf)).toEqual(["9:00", "9:00", "14:30", "9:00"]);
});

test("what was done, and how many mails it is", () => {
  expect(saySigned([one], ["Howard"], now)).toEqual({ words: "Signed for Howard", detail: "leaves within a minute" });
  expect(saySigned(three, ["a", "b", "c"], good)).toEqual({ words: "Signed for 3 people", detail: "leave today 12:41" });
  expect(saySigned([one], ["Howard"], now, true).detail).toBe("leaves when sending resumes");
  expect(saySigned(three, ["a", "b", "c"], good, true).detail).toBe("leave when sending resumes");
  expect([0, 1, 3].map(sayMails)).toEqual(["", "", "three mails, nobody sees the others"]);
});

test("a day that is over, none, and one of a far year are no days to leave on", () => {
  expect([today, "2027-01-08", "9999-12-31"].map((day) => sayWrongDay(day, today))).toEqual([null, null, null]);
  expect(["2026-11-22", ""].map((day) => sayWrongDay(day, today))).toEqual(Array(2).fill("Choose today or a day ahead."));
  expect(sayWrongDay("20266-11-30", today)).toBe("Write the year with four digits.");
});
