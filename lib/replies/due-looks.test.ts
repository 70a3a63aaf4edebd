import { expect, test } from "vitest";
import { dueLooks } from "./due-looks";

const start = Date.parse("2026-11-24T00:00:00Z");

test.each([1, 2, 7, 45, 60, 61, 90, 300, 3600])("every %i seconds a mailbox is asked, and never sooner", (every) => {
  const dues: number[] = [];
  for (let minute = 0; minute < 180; minute += 1) dues.push(...dueLooks(start + minute * 60_000 + 3000, every));
  expect(dues.length).toBeGreaterThanOrEqual(Math.floor((180 * 60) / every));
  const gaps = dues.slice(1).map((due, index) => due - (dues[index] ?? 0));
  expect([...new Set(gaps)]).toEqual(dues.length > 1 ? [every * 1000] : []);
});
