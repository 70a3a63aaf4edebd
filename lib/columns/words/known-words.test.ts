import { describe, expect, test } from "vitest";
import { suggestColumns } from "../suggest-columns";
import { languages } from "./known-words";

const complete = Object.entries(languages).filter(
  ([, words]) =>
    words.firstName.length > 0 &&
    words.lastName.length > 0 &&
    words.fullName.length > 0 &&
    words.company.length > 0 &&
    words.email.length > 0,
);

test("at least thirty languages have words for all five fields", () => {
  expect(complete.length).toBeGreaterThanOrEqual(30);
  expect(complete.map(([language]) => language)).toEqual(Object.keys(languages));
});

describe.each(complete)("%s", (_, words) => {
  test("a file with the two halves of the name, the company and the address", () => {
    const first = words.firstName[0] ?? "";
    const headers = [words.company[0] ?? "", words.lastName[0] ?? "", first, words.email[0] ?? "", "Phone"];
    const targets = suggestColumns(headers, []).mapping.map(({ target }) => target);
    expect(targets).toEqual(["company", "last_name", "first_name", "email", "field:phone"]);
  });

  test("each word alone, in capitals and in small letters", () => {
    const read = (word: string) =>
      [word, word.toUpperCase(), word.toLowerCase()].map((header) => suggestColumns([header], []).mapping[0]?.target);
    const expected = (kind: string) => [kind, kind, kind];
    for (const word of words.fullName) expect([word, ...read(word)]).toEqual([word, ...expected("name")]);
    for (const word of words.name) expect([word, ...read(word)]).toEqual([word, ...expected("name")]);
    for (const word of words.company) expect([word, ...read(word)]).toEqual([word, ...expected("company")]);
    for (const word of words.email) expect([word, ...read(word)]).toEqual([word, ...expected("email")]);
    for (const word of words.firstName) expect([word, ...read(word)]).toEqual([word, ...expected("first_name")]);
    for (const word of words.lastName) expect([word, ...read(word)]).toEqual([word, ...expected("last_name")]);
  });

  test("a further address stands beside the first", () => {
    for (const word of words.otherEmail ?? []) {
      const { mapping, otherAddresses } = suggestColumns([word, words.email[0] ?? ""], []);
      expect([word, mapping[1]?.target, otherAddresses]).toEqual([word, "email", [0]]);
    }
  });
});
