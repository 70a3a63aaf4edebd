import { expect, test } from "vitest";
import { untouched } from "@/lib/notices/notice-target";
import type { NoticeMailbox, NoticeView } from "@/lib/notices/read-notices";
import { toTemporal } from "@/lib/schedule/clock/to-temporal";
import { describeNotices } from "./describe-notices";

const quiet: NoticeView = { ...untouched, hasWebhook: false, waiting: 0, lastToldAt: null, failure: null };
const anna: NoticeMailbox = { id: "a", email: "anna@contoso.com", hold: null, code: null, isRemoved: false };
const at = new Date("2026-11-24T10:00:00Z");
const byMail: NoticeView = { ...quiet, when: "at once", senderAccountId: "a" };
const inTeams: NoticeView = { ...quiet, when: "digest", way: "teams", hasWebhook: true };
const reader = { now: toTemporal(at), timeZone: "UTC", teamZone: "UTC" };
const say = (view: NoticeView, mailbox: Partial<NoticeMailbox> = {}, whose: "own" | "team" = "own") =>
  describeNotices(whose, view, [{ ...anna, ...mailbox }], reader);

test("says what happens now, before anything else", () => {
  expect(say(quiet)).toEqual({ now: "You are told of nothing", trouble: null, last: null });
  expect(say(quiet, {}, "team").now).toBe("The team’s channel is told of nothing");
  expect(say(byMail).now).toBe("You are told at once, by mail from anna@contoso.com");
  expect(say(inTeams).now).toBe("You are told once a day at 8:30, in Microsoft Teams");
  expect(say({ ...inTeams, hasWebhook: false }).now).toBe("You are told of nothing until the address of a workflow is pasted");
});

test("a time of the day is the team’s, whose city is named to whoever reads on another clock", () => {
  const told = describeNotices("own", inTeams, [anna], { ...reader, teamZone: "America/New_York" });
  expect(told.now).toBe("You are told once a day at 8:30 in New York, in Microsoft Teams");
});

test("says why news waits, and whose move it is", () => {
  expect(say(byMail, { hold: "signed_out" }).trouble).toBe(
    "New answers wait: anna@contoso.com has been signed out, because access was withdrawn. Reconnect it with the sign-in of its person.",
  );
  expect(say(byMail, { isRemoved: true }).trouble).toBe(
    "anna@contoso.com is disconnected. New answers wait; choose another mailbox.",
  );
  // What does not tell cannot be in trouble.
  expect(say({ ...byMail, when: "never" }, { hold: "full" }).trouble).toBeNull();
});

test("says what went wrong last, and when it is tried again", () => {
  const failure = { says: "Teams answers 503.", at, nextAt: new Date("2026-11-24T10:15:00Z") };
  expect(say({ ...inTeams, failure }).trouble).toBe("Teams answers 503. It is tried again today 10:15.");
  const gone = { ...failure, says: "Teams answers 404: the workflow was deleted. Paste its new address.", nextAt: null };
  expect(say({ ...inTeams, hasWebhook: false, failure: gone })).toMatchObject({
    now: "You are told of nothing until the address of a workflow is pasted",
    trouble: "Teams answers 404: the workflow was deleted. Paste its new address.",
  });
});

test("says when it told last, and how much waits", () => {
  expect(say(byMail).last).toBe("Nothing was told yet.");
  expect(say({ ...byMail, lastToldAt: at }).last).toBe("Last told today 10:00.");
  expect(say({ ...byMail, lastToldAt: at, waiting: 2 }).last).toBe("Last told today 10:00. 2 answers wait to be told.");
});
