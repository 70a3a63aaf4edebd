import { expect, test } from "vitest";
import { rememberLooks } from "./last-looks";

const seconds = (count: number) => Date.now() + count * 1000;

test("a look covers what was asked for well before it began, and nothing else", async () => {
  const looks = rememberLooks();
  expect(looks.covers("a", seconds(-60))).toBe(false);
  expect(await looks.look("a", async () => "seen")).toBe("seen");
  expect(looks.covers("a", seconds(-2))).toBe(true);
  expect(looks.covers("a", seconds(-0.5))).toBe(false);
  expect(looks.covers("a", seconds(1))).toBe(false);
  expect(looks.covers("b", seconds(-60))).toBe(false);
});

test("a look that failed covers nothing", async () => {
  const looks = rememberLooks();
  await expect(looks.look("a", () => Promise.reject(new Error("no")))).rejects.toThrow("no");
  expect(looks.covers("a", seconds(-60))).toBe(false);
});
