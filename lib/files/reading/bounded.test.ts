import { expect, test } from "vitest";
import { quickest } from "../../env/testing/quickest";
import { countAddresses } from "./dialect/looks-of-cells";
import { readRows } from "./read-rows";
import { isBlank, type Reading } from "./reading";

const plain: Reading = { encoding: "utf-8", divider: ",", quote: '"', escape: "double", headerLine: 1, skipTop: 0, skipEnd: 0 };

test.each([
  ["dashes that end in a letter", () => isBlank([`${"-".repeat(100_000)}x`])],
  ["blanks and dashes", () => isBlank([`${"- ".repeat(50_000)}x`])],
  ["letters without an @", () => countAddresses("a".repeat(200_000))],
  ["nothing but @", () => countAddresses("@".repeat(100_000))],
  ["dots behind an @", () => countAddresses(`a@${"b.".repeat(100_000)}`)],
])("%s are looked at in no time", async (_, look) => {
  expect(await quickest(look, 100, 5)).toBeLessThan(100);
});

async function read(pieces: Iterable<Uint8Array>, reading = plain): Promise<number> {
  async function* bytes() {
    yield* pieces;
  }
  let rows = 0;
  for await (const _ of readRows(bytes(), reading)) rows += 1;
  return rows;
}

test("a line of ever more cells is refused before it fills the memory", async () => {
  const commas = Buffer.alloc(1_000_000, ",");
  await expect(read([Buffer.from("a,b\n"), ...Array.from({ length: 50 }, () => commas)])).rejects.toThrow(
    "more than 50,000 cells",
  );
});

test("titles that never end are refused, and so is a line that never ends", async () => {
  const letters = Buffer.alloc(1_000_000, "x");
  const many = Array.from({ length: 20 }, () => letters);
  await expect(read(many, { ...plain, headerLine: 9 })).rejects.toThrow("more than 16 MB");
  await expect(read(many)).rejects.toThrow("holds more than 1,000,000 letters");
});
