import { expect, test } from "vitest";
import { compareDigest } from "./compare-digest";
import { digestShown } from "./digest-shown";
import type { Shown } from "./read-shown";

const shown: Shown = {
  steps: [],
  reviewMode: "each",
  list: null,
  by: null,
  rules: { windowStart: "09:00", windowEnd: "17:00", days: ["monday"], timeZone: "UTC", dailyLimit: 50, spacingSeconds: 60 },
  answers: { awayDays: 7, replyStops: "person" },
  rulesBy: { id: "b", name: "Ben" },
  mailbox: null,
  team: { name: "Contoso", postalAddress: null, by: null },
};
const inDays = (awayDays: number): Shown => ({ ...shown, answers: { awayDays, replyStops: "person" } });
const said = "Ben changed whom an answer stops, or how long who is away waits.";

test("what becomes of who answers decides what leaves", () => {
  expect(compareDigest(digestShown(shown), inDays(7), null)).toEqual([]);
  expect(compareDigest(digestShown(shown), inDays(14), null)).toEqual([said]);
});

test("a page that was open before that could be chosen was shown what held then", () => {
  const before = digestShown(shown).split(".").slice(0, -1).join(".");
  expect(compareDigest(before, inDays(7), null)).toEqual([]);
  expect(compareDigest(before, inDays(14), null)).toEqual([said]);
});
