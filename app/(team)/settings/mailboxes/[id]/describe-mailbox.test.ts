import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import type { MailboxRow } from "@/lib/senders/read-mailboxes";
import type { Waiting } from "@/lib/sending/health/read-waiting";
import { callPerson, describeMailbox, listFigures, sayBack, writeRequest } from "./describe-mailbox";

const reader = { now: Temporal.Instant.from("2026-11-23T12:45:00Z"), timeZone: "UTC" };
const at = (text: string) => new Date(`2026-11-${text}Z`);
const ben = (set: Partial<MailboxRow> = {}) =>
  ({
    email: "ben@contoso.com",
    displayName: "Ben Ortiz",
    hold: null,
    code: null,
    statusReason: null,
    heldSince: at("23T10:36:00"),
    triedAgainAt: null,
    connectedBy: "Anna",
    connectedAt: at("03T09:00:00"),
    signInName: null,
    ...set,
  }) as MailboxRow;
const waiting: Waiting = {
  today: 12,
  firstDue: at("23T12:49:00"),
  signed: 46,
  until: at("27T16:00:00"),
  people: 31,
  followUps: 2,
  spacingSeconds: 480,
  nextDay: at("24T09:00:00"),
};

describe("how a mailbox stands", () => {
  it("is one sentence where all is well", () => {
    expect(describeMailbox(ben({ signInName: "b@x.example" }), reader)).toEqual({
      verdict: "ben@contoso.com sends and reads",
      lead: "Connected by Anna since Tue 3 Nov. Signs in as b@x.example.",
      explained: null,
    });
  });
  it.each([
    [
      "no_licence",
      "its licence was removed",
      "Since today 10:36. Its inbox cannot be read either, so answers to Ben are not seen.",
    ],
    ["full", "it is full", "Since today 10:36. Its inbox is still read, so answers are seen."],
  ] as const)("names the cause and what it means (%s)", (hold, cause, lead) => {
    expect(describeMailbox(ben({ hold }), reader)).toMatchObject({ verdict: `ben@contoso.com cannot send: ${cause}`, lead });
  });
  it("tells what its last mails met where its guard rail paused it, after any trouble at Microsoft", () => {
    const guard = { id: "g", kind: "opt-outs" as const, counted: 5, of: 200, allowedPercent: 2, beganAt: "2026-11-23T10:36:00Z" };
    expect(describeMailbox(ben({ hold: "guarded", guard }), reader)).toEqual({
      verdict: "ben@contoso.com is paused: 5 of its last 200 mails were answered by opt-outs",
      lead: "Since today 10:36. Nothing leaves from it until somebody has looked. Its inbox is still read, so answers are seen.",
      explained: null,
    });
    expect(describeMailbox(ben({ hold: "full", guard }), reader)).toMatchObject({
      verdict: "ben@contoso.com cannot send: it is full",
      lead: expect.stringMatching(/Its guard rail paused it too: 5 of its last 200 mails were answered by opt-outs\.$/),
    });
  });
  it("says when a limit is tried again", () => {
    const limited = ben({ hold: "limited", code: "5.1.90", triedAgainAt: at("24T10:36:00") });
    expect(describeMailbox(limited, reader).lead).toContain("It is tried again Tue 24 Nov 10:36.");
  });
  it("calls its person as one does, or as the address does", () => {
    expect([
      callPerson(ben()),
      callPerson(ben({ displayName: null })),
      callPerson(ben({ displayName: "ben@contoso.com" })),
    ]).toEqual(["Ben", "ben", "ben"]);
  });
});

describe("what waits", () => {
  it("is four numbers", () => {
    expect(listFigures(waiting, false, reader)).toEqual([
      { count: 12, what: "mails of today wait", second: "first was due 12:49" },
      { count: 46, what: "wait until Fri, with these", second: "their seals stay whole" },
      { count: 31, what: "people it mailed", second: "their answers are not seen" },
      { count: 2, what: "follow-ups held", second: "until the inbox is read" },
    ]);
  });
  it("is said of one and of none as well", () => {
    const few = { ...waiting, today: 1, signed: 1, until: null, people: 1, followUps: 1, firstDue: null };
    expect(listFigures(few, true, reader).map(({ what, second }) => `${what}, ${second}`)).toEqual([
      "mail of today waits, none has a time today",
      "signed mail waits, its seal stays whole",
      "person it mailed, their answers are seen",
      "follow-up held, until it sends again",
    ]);
  });
  it("leaves apart once it is back", () => {
    expect(sayBack(waiting, reader)).toBe(
      "The 12 of today leave 8 min apart inside the window, never all at once. What no longer fits goes to Tue 24 Nov 9:00.",
    );
    expect(sayBack({ ...waiting, today: 0 }, reader)).toBe("What is signed leaves inside its window, never all at once.");
  });
});

it("an administrator of Microsoft 365 is told in three lines: what and since when, what to do, and for whom", () => {
  const row = ben({ hold: "no_licence", code: "MailboxNotEnabledForRESTAPI" });
  const { explained } = describeMailbox(row, reader);
  if (!explained) throw new Error("Nothing is explained.");
  const lines = writeRequest(row, explained, reader, null);
  expect(lines).toHaveLength(3);
  expect(lines[0]).toBe(
    "ben@contoso.com cannot send: its licence was removed, since 2026-11-23 10:36 UTC (today 10:36). Microsoft’s code: MailboxNotEnabledForRESTAPI.",
  );
  expect(lines[1]).toMatch(/^Please assign a licence/);
  expect(writeRequest(row, explained, reader, "https://allow.example")[2]).toContain("https://allow.example");
});
