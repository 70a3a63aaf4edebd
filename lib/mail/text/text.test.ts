import { expect, test } from "vitest";
import { messageIdOf } from "../message-ids";
import { cut, sound } from "./sound-text";

test("what a column can hold: no NUL, and no half of a letter", () => {
  expect(sound("a\0b\ud83d")).toBe("ab\ufffd");
  expect(sound(null)).toBe("");
  expect(cut("ab\u{1f44d}", 3)).toBe("ab");
  expect(cut("ab\u{1f44d}", 4)).toBe("ab\u{1f44d}");
});

test("an endless Message-ID is kept by its digest, and every other as it is", () => {
  expect(messageIdOf(" <a@x.example> ")).toBe("<a@x.example>");
  expect(messageIdOf(" ")).toBe(null);
  expect(messageIdOf(undefined)).toBe(null);
  const [one, same, other] = ["x", "x", "y"].map((letter) => messageIdOf(`<${letter.repeat(6000)}@x.example>`));
  expect(one).toMatch(/^<sha256\.[0-9a-f]{64}>$/);
  expect([same === one, other === one]).toEqual([true, false]);
});
