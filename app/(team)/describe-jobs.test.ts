import { describe, expect, it } from "vitest";
import type { Jobs } from "@/lib/analytics/read-jobs";
import { describeJobs } from "./describe-jobs";

const zone = "America/New_York";
const now = new Date("2026-11-23T17:41:00Z");
const nothing: Jobs = {
  toSign: { count: 0, blocked: 0, leaveToday: 0, before: null },
  changed: { count: 0, draftId: null },
  replies: { count: 0, latest: null, names: [] },
  mailboxes: [],
  differing: { count: 0, draftId: null, pauses: false },
  asked: { count: 0, draftId: null },
  budget: { count: 0, from: null },
  domains: { count: 0 },
  refused: [],
  doubts: { count: 0, draftId: null },
};
const all = { sign: true, connect: true };
const say = (jobs: Partial<Jobs>, may = all) => describeJobs({ ...nothing, ...jobs }, zone, now, may);

describe("what waits for a person", () => {
  it("says the words of the rule that paused a campaign", () => {
    const at = new Date("2026-11-23T17:40:00Z");
    const [job] = say({ refused: [{ campaignId: "c", name: "Supplier invoices", because: "DLP policy", at }] });
    expect(job).toMatchObject({ text: "Paused by itself at 12:40: “DLP policy”", action: { href: "/campaigns/c" } });
  });

  it("says that the team’s budget is used, and when the next may leave", () => {
    const [job] = say({ budget: { count: 230, from: new Date("2026-11-23T20:00:00Z") } });
    expect(job).toMatchObject({
      title: "People wait for the team’s budget",
      text: "Microsoft lets the whole organisation send only so many to others in 24 hours. The next may leave at 15:00.",
      verdict: "The team’s budget is used up",
      action: { href: "/settings/rules" },
    });
  });

  it("says that first mails wait for a domain, and leads to its record", () => {
    const [job] = say({ domains: { count: 11 } });
    expect(job).toMatchObject({
      count: 11,
      title: "First mails wait for their domain",
      action: { href: "/settings/rules#domains" },
    });
  });

  it("is nothing", () => expect(say({})).toEqual([]));

  it("says until when drafts must be signed to leave today", () => {
    const [job] = say({ toSign: { count: 26, blocked: 3, leaveToday: 11, before: new Date("2026-11-23T19:22:00Z") } });
    expect(job).toMatchObject({
      text: "23 pass every check, 3 need a look.",
      urgent: "11 leave today if signed before 14:22.",
      verdict: "26 drafts wait for your signature",
    });
  });

  it("counts all that stands in Review, which is what one finds behind the button", () => {
    const jobs = { toSign: { count: 26, blocked: 3, leaveToday: 0, before: null }, changed: { count: 4, draftId: "d" } };
    expect(say(jobs)).toMatchObject([
      {
        id: "sign",
        count: 30,
        text: "23 pass every check, 3 need a look, 4 are not as signed in Outlook.",
        verdict: "30 drafts wait for your signature",
        action: { href: "/review", name: "Start signing" },
      },
      { id: "changed", count: 4 },
    ]);
  });

  it("asks a viewer for nothing she may not do, and says who can", () => {
    const since = new Date("2026-11-23T15:36:00Z");
    const held = { id: "m", email: "ben@contoso.com", hold: "signed_out" as const, code: null, guard: null, since, waiting: 1 };
    const jobs = {
      toSign: { count: 2, blocked: 0, leaveToday: 0, before: null },
      changed: { count: 1, draftId: "d" },
      doubts: { count: 1, draftId: "e" },
      asked: { count: 1, draftId: "f" },
      mailboxes: [held],
    };
    const things = say(jobs, { sign: false, connect: false });
    expect(things.map(({ action }) => action.name)).toEqual(["Look", "Look", "Look", "Look", "See why"]);
    expect(things[0]).toMatchObject({
      text: "2 pass every check, 1 is not as signed in Outlook. Members and administrators of your team sign.",
      verdict: "3 drafts wait for a signature",
    });
    expect(JSON.stringify(things)).not.toMatch(/\byour? (signature|decide)\b|Start signing/);
    expect(say(jobs).map(({ action }) => action.name)).toEqual(["Start signing", "Decide", "Settle", "Look", "Reconnect"]);
    expect(say({ mailboxes: [held] }, { sign: true, connect: false })[0]?.action.name).toBe("See why");
  });

  it("says now instead of a moment that has all but passed", () => {
    const [job] = say({ toSign: { count: 1, blocked: 0, leaveToday: 1, before: new Date("2026-11-23T17:42:00Z") } });
    expect(job).toMatchObject({ text: "It passes its checks.", urgent: "It leaves today if signed now." });
  });

  it("sets no deadline where nothing can leave today", () =>
    expect(say({ toSign: { count: 2, blocked: 1, leaveToday: 0, before: null } })[0]).toMatchObject({
      text: "1 passes every check, 1 needs a look.",
      urgent: undefined,
    }));

  it("promises nothing where no draft passes", () =>
    expect(say({ toSign: { count: 2, blocked: 2, leaveToday: 2, before: new Date("2026-11-23T19:22:00Z") } })[0]).toMatchObject({
      text: "None passes every check: look what is missing.",
      urgent: undefined,
    }));

  it("leads to the first mail that is not as signed in Outlook", () =>
    expect(say({ changed: { count: 4, draftId: "d" } })).toMatchObject([
      { tone: "stop", count: 4, title: "Mails not as signed in Outlook", action: { href: "/review/d" } },
    ]));

  it("names who wrote back by their initials", () =>
    expect(
      say({
        replies: {
          count: 2,
          latest: { threadId: "t", name: "Simona Morasca", snippet: "Thursday" },
          names: ["Simona Morasca", "ada@b.example"],
        },
      })[0],
    ).toMatchObject({ title: "People wrote back", text: "Simona Morasca: “Thursday”", who: ["SM", "A"] }));

  it("leads to the one thread where there is one, and to all of them where there are more", () => {
    const latest = { threadId: "t", name: "Simona Morasca", snippet: "Thursday" };
    const names = ["Simona Morasca"];
    expect(say({ replies: { count: 1, latest, names } })[0]).toMatchObject({
      title: "Person wrote back",
      verdict: "1 person wrote back",
      action: { href: "/replies/t" },
    });
    expect(say({ replies: { count: 2, latest, names } })[0]).toMatchObject({
      verdict: "2 people wrote back",
      action: { href: "/replies" },
    });
  });

  it("counts no further than anybody reads", () => {
    const replies = { count: 1000, latest: { threadId: "t", name: "S", snippet: "" }, names: ["S"] };
    expect(say({ replies })[0]).toMatchObject({ count: 999, andMore: true, verdict: "999+ people wrote back" });
    expect(say({ replies: { ...replies, count: 999 } })[0]).toMatchObject({ count: 999, andMore: false });
  });

  it("says of no campaign that it is paused where only a mail by hand left otherwise", () =>
    expect(say({ differing: { count: 1, draftId: "d", pauses: false } })[0]?.text).toBe(
      "The copy in Sent Items differs from what was signed.",
    ));

  it("leads to a mail that left otherwise than signed before it asks about a copy that is a little different", () =>
    expect(say({ differing: { count: 1, draftId: "d", pauses: true }, asked: { count: 2, draftId: "e" } })).toMatchObject([
      {
        tone: "stop",
        title: "Mail left otherwise than signed",
        text: expect.stringContaining("campaign is paused"),
        action: { href: "/review/d" },
      },
      { tone: "wait", verdict: "2 sent copies ask for a look", action: { href: "/review/e" } },
    ]));

  it("says since when a mailbox is signed out", () => {
    const mailbox = { id: "m", email: "ben@contoso.com", hold: "signed_out" as const, code: null, guard: null, waiting: 1 };
    expect(say({ mailboxes: [{ ...mailbox, since: new Date("2026-11-23T15:36:00Z") }] })[0]?.text).toBe(
      "Microsoft signed ben@contoso.com out at 10:36. 1 person waits for it.",
    );
    expect(say({ mailboxes: [{ ...mailbox, since: new Date("2026-11-20T15:36:00Z") }] })[0]?.text).toContain(
      "out on Fri 20 Nov 10:36.",
    );
  });

  it.each([
    ["no_licence", null, "Mailbox has no licence", "has had no licence since 10:36. 3 people wait for it."],
    ["full", null, "Mailbox is full", "has been full since 10:36. 3 people wait for it."],
    [
      "unreadable",
      null,
      "Mailbox cannot be read",
      "could not be read since 10:36. Its follow-ups wait, because an answer would be missed.",
    ],
    [
      "limited",
      "ErrorExceededMessageLimit",
      "Microsoft limits this mailbox",
      "has been limited by Microsoft since 10:36. 3 people wait for it.",
    ],
    ["limited", "AADSTS7000222", "Countersign cannot sign in", "has had no sign-in since 10:36. 3 people wait for it."],
    ["limited", "AADSTS9909999", "Mailbox paused", "has been paused since 10:36. 3 people wait for it."],
  ] as const)("says what a mailbox in trouble (%s %s) suffers from, and since when", (hold, code, title, text) => {
    const since = new Date("2026-11-23T15:36:00Z");
    const [job] = say({ mailboxes: [{ id: "m", email: "ben@contoso.com", hold, code, guard: null, since, waiting: 3 }] });
    expect(job).toMatchObject({
      title,
      text: `ben@contoso.com ${text}`,
      action: { href: "/settings/mailboxes/m", name: "See why" },
    });
  });

  it("says what the last mails of a mailbox met that its guard rail paused", () => {
    const since = new Date("2026-11-23T15:36:00Z");
    const guard = {
      id: "g",
      kind: "dead addresses" as const,
      counted: 11,
      of: 200,
      allowedPercent: 5,
      beganAt: since.toISOString(),
    };
    const held = { id: "m", email: "ben@contoso.com", hold: "guarded" as const, code: null, guard, since, waiting: 3 };
    expect(say({ mailboxes: [held] })).toMatchObject([
      {
        tone: "stop",
        title: "Mailbox paused by its guard rail",
        text: "ben@contoso.com is paused since 10:36: 11 of its last 200 mails met dead addresses. 3 people wait for it.",
        action: { href: "/settings/mailboxes/m", name: "See why" },
      },
    ]);
  });
});
