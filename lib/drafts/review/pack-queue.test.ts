import { expect, test } from "vitest";
import { packQueue, unpackQueue } from "./pack-queue";
import type { QueueRow, ReviewQueue } from "./read-review-queue";

const row = (some: Partial<QueueRow>): QueueRow => ({
  id: crypto.randomUUID(),
  name: "Lena Hale",
  subject: "Hello",
  hand: null,
  state: "waits",
  version: "0123456789abcdef",
  signedAt: null,
  ...some,
});
const queue = (rows: QueueRow[]): ReviewQueue => ({
  readAt: "2026-11-24T12:00:00Z",
  rows,
  waiting: rows.length,
  passing: 1,
  signedToday: 2,
  campaigns: [{ id: "a", name: "Spring", waiting: 3 }],
  byHand: 1,
  beingWritten: 0,
  nextDue: "",
});

test("a queue comes out of its packing as it went in", () => {
  const whole = queue([
    row({ state: "changed", version: null, signedAt: "9:14" }),
    row({ state: "signed", version: null, signedAt: "9:15", hand: "Anna" }),
    row({ state: "warns", subject: "" }),
    row({ name: "Zoë “Ada” <b>\\n", subject: "50 % off; a\\tb" }),
  ]);
  expect(unpackQueue(packQueue(whole))).toEqual(whole);
  expect(unpackQueue(packQueue(queue([])))).toEqual(queue([]));
});

test("a name with a line of its own makes no second row", () => {
  const [only, second] = unpackQueue(packQueue(queue([row({ name: "Lena\nHale", subject: "a\tb" })]))).rows;
  expect([only?.name, only?.subject, second]).toEqual(["Lena Hale", "a b", undefined]);
});
