import { expect, test } from "vitest";
import { keptMessageId, messageIdsIn } from "./message-ids";

const long = `<${"x".repeat(6000)}@y.example>`;

test("a Message-ID of 6,000 letters is kept by its digest, and an answer to it names the same", () => {
  expect(keptMessageId(long).length).toBeLessThan(100);
  expect(messageIdsIn(`<a@x> ${long}`)).toEqual(["<a@x>", keptMessageId(long)]);
  expect(keptMessageId(long)).not.toBe(keptMessageId(`<${"x".repeat(6001)}@y.example>`));
});

test("a usual one stays as it is, letter by letter", () => {
  const usual = `<${"A".repeat(900)}@y.example>`;
  expect(keptMessageId(usual)).toBe(usual);
});

test("of thousands that are named the last ones count", () => {
  const named = Array.from({ length: 3000 }, (_, n) => `<${n}@x>`);
  expect(messageIdsIn(named.join(" ")).at(-1)).toBe("<2999@x>");
  expect(messageIdsIn(named.join(" "))).toHaveLength(200);
});
