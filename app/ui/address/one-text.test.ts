import { expect, test } from "vitest";
import { oneText } from "./one-text";

test.each([
  ["Lena", "Lena"],
  [undefined, undefined],
  ["", undefined],
  [["a", "b"], "a"],
  [[], undefined],
  ["a\0b", "ab"],
  ["\0", undefined],
  ["a\ud800", "a\ufffd"],
  ["x".repeat(1000), "x".repeat(200)],
])("%j is read as %j", (given, read) => {
  expect(oneText(given)).toBe(read);
});
