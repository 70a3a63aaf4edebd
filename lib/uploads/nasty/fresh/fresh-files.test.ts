import { expect, test } from "vitest";
import { freshFiles } from "./all-files";

// Only a reader's mind finds these addresses: they are not in the file to the letter.
const spelled = ["at and dot spelled out", "entities of HTML in the address"];

test("no two files have the same name", () => {
  expect(new Set(freshFiles.map(({ name }) => name)).size).toBe(freshFiles.length);
});

test("there are at least 170 files", () => {
  expect(freshFiles.length).toBeGreaterThanOrEqual(170);
});

test.each(freshFiles)("$name: the same bytes each time, a source, and people with addresses", (file) => {
  expect(Buffer.compare(file.bytes(), file.bytes())).toBe(0);
  expect(file.source).toMatch(/^(own|https?:\/\/\S+)$/);
  expect(Number.isInteger(file.others) && file.others >= 0).toBe(true);
  if (file.refused) expect(file.people).toEqual([]);
  for (const { email } of file.people) expect(email).toMatch(/^\S+@\S+$/);
});

test.each(freshFiles.filter(({ name }) => !spelled.includes(name)))("$name: each address is in the bytes", (file) => {
  const texts = readings(file.bytes());
  for (const { email } of file.people) {
    expect(
      texts.some((text) => text.includes(withoutNoise(email))),
      email,
    ).toBe(true);
  }
});

function readings(bytes: Uint8Array): string[] {
  return ["utf-8", "utf-16le", "utf-16be"].map((encoding) => withoutNoise(new TextDecoder(encoding).decode(bytes)));
}

/** The text without what eyes do not see: blanks of any width, marks that take no room, NUL bytes, quotes. */
function withoutNoise(text: string): string {
  return text
    .normalize("NFKC")
    .replaceAll(/[\s\0"\p{Cf}]/gu, "")
    .toLowerCase();
}
