import { beforeAll, expect, test } from "vitest";
import { stubSettings } from "../../env/testing/stub-settings";
import { openWord, sealWord } from "./sealed-word";
import { readNotice, writeNotice } from "./told-notice";

const now = new Date("2026-11-23T12:00:00Z");
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
beforeAll(() => stubSettings());

test("a claim is told for ten minutes where we wrote it, and never where somebody else did", () => {
  const told = writeNotice("consented", now);
  expect(readNotice(told, later(9))).toBe("consented");
  expect(readNotice(told, later(11))).toBeUndefined();
  for (const forged of [
    "consented",
    "allowed",
    told.replace("consented", "allowed"),
    `${told}a`,
    "consented.zzzzzz.a",
    ["x"],
    undefined,
  ])
    expect(readNotice(forged, now)).toBeUndefined();
  expect([writeNotice("declined", now), readNotice("declined", now)]).toEqual(["declined", "declined"]);
});

test("a word sealed for one purpose is none for another", () => {
  const sealed = sealWord("5e8d2c1b-4a3f-4b6c-8d7e-9f0a1b2c3d4e", "admin consent", later(5));
  expect(openWord(sealed, "admin consent", now)).toBe("5e8d2c1b-4a3f-4b6c-8d7e-9f0a1b2c3d4e");
  expect(openWord(sealed, "notice", now)).toBeNull();
});
