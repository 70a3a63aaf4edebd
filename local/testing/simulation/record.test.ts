import { expect, test } from "vitest";
import { type Batch, doneOf, nextSeeds, readRecord, writeRecord } from "./record";

const batch = (part: Batch["part"], from: number, to: number, commit = "abc"): Batch => {
  return { part, from, to, mails: 10 * (to - from + 1), commit, day: "2026-11-30", seconds: 5 };
};

test("what is written is read back, and batches of one commit that follow each other are one row", () => {
  const text = writeRecord([
    batch("twins", 0, 3),
    batch("campaigns", 100, 199),
    batch("campaigns", 0, 99),
    batch("twins", 4, 7, "def"),
  ]);
  expect(readRecord(text)).toEqual([
    { ...batch("campaigns", 0, 199), seconds: 10 },
    batch("twins", 0, 3),
    batch("twins", 4, 7, "def"),
  ]);
  expect(writeRecord(readRecord(text))).toBe(text);
});

test("the totals are sums over the rows: of campaigns by seeds, of the schedule by mails", () => {
  const batches = [batch("campaigns", 0, 99), batch("campaigns", 500, 509), batch("sends", 0, 9)];
  expect(doneOf(batches, "campaigns")).toBe(110);
  expect(doneOf(batches, "sends")).toBe(100);
  expect(writeRecord(batches)).toContain("| 110 | 100,000 | 110 | 1,100 |");
});

test("rows that have a seed in common are refused", () => {
  expect(() => readRecord(writeRecord([batch("twins", 0, 9), batch("twins", 9, 12, "def")]))).toThrow("the seed 9");
  expect(readRecord(writeRecord([batch("twins", 0, 9), batch("campaigns", 9, 12)]))).toHaveLength(2);
});

test("the next batch begins with the first seed that no row has, and ends before the next that one has", () => {
  const batches = [batch("twins", 0, 9), batch("twins", 14, 20), batch("campaigns", 0, 5)];
  expect(nextSeeds([], "twins", 4)).toEqual({ from: 0, to: 3 });
  expect(nextSeeds(batches, "twins", 4)).toEqual({ from: 10, to: 13 });
  expect(nextSeeds(batches, "twins", 8)).toEqual({ from: 10, to: 13 });
  expect(nextSeeds(batches, "twins", 8, 12)).toEqual({ from: 12, to: 13 });
  expect(nextSeeds(batches, "twins", 8, 14)).toEqual({ from: 21, to: 28 });
});
