import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import type { Case, Shown } from "./case";
import { ofEnginesAndServers } from "./of-engines-and-servers";
import { ofListmonk } from "./of-listmonk";
import { ofMailboxesAndFiles } from "./of-mailboxes-and-files";
import { ofMauticAndKeila } from "./of-mautic-and-keila";
import { isCalled, titlesOf } from "./titles-of";

/** The 44 cases in which others doubled, lost or mistimed mail: each is tried here, or says why it cannot happen. */
const root = fileURLToPath(new URL("../../..", import.meta.url));
const cases: Case[] = [...ofListmonk, ...ofMauticAndKeila, ...ofEnginesAndServers, ...ofMailboxesAndFiles];

const wordsOf = (text: string) => text.split(/\s+/).filter(Boolean).length;

/** What a named test lacks; null where it is there. @param text of its file, where that is given. */
function lacks(
  { file, test: name, row }: Shown,
  text = existsSync(join(root, file)) ? readFileSync(join(root, file), "utf8") : null,
) {
  if (text === null) return `there is no ${file}`;
  const called = titlesOf(text).filter((one) => isCalled(one, name));
  if (called.length !== 1) return `${called.length} tests of ${file} are called "${name}"`;
  return row !== undefined && !text.includes(`"${row}"`) ? `${file} has no row "${row}"` : null;
}

test("there are 44, each once, in order", () => {
  expect(cases.map(({ number }) => number)).toEqual(Array.from({ length: 44 }, (_, place) => place + 1));
});

test.each(cases.map((one) => [one.number, one.happened, one] as const))(
  "%i, %s: is tried, or cannot happen here",
  (_n, _h, one) => {
    expect(one.threads.length).toBeGreaterThan(0);
    for (const thread of one.threads) expect(thread).toMatch(/^https:\/\/\S+$/);
    expect(wordsOf(one.happened)).toBeGreaterThan(3);
    if ("cannot" in one) return expect(wordsOf(one.cannot)).toBeGreaterThan(12);
    expect(one.shown.length).toBeGreaterThan(0);
    expect(one.shown.map((shown) => lacks(shown)).filter((said) => said !== null)).toEqual([]);
  },
);

describe("a test is not found", () => {
  const file = "x.test.ts";
  const source = [
    'test("plain", () => {});',
    'describe("of one", () => {',
    "  test.each([",
    '    ["a row", 1],',
    '  ] as const)("%s of them", () => {});',
    "  test.skipIf(late)(",
    ["    `in ", "{seconds} s`,"].join("$"),
    "    () => {},",
    "  );",
    '  test.skip("asleep", () => {});',
    "});",
    'describe.each(["x", "y"])("of two", () => {',
    '  test("said twice", () => {});',
    "});",
    'test("said twice", () => say("plain words"));',
  ].join("\n");
  const said = (name: string, row?: string) => lacks(row ? { file, test: name, row } : { file, test: name }, source);

  test.each(["plain", "of one > %s of them", "%s of them", "in 30 s", "of one > in 5 s", "of two > said twice"])(
    "no, it is: %s",
    (name) => expect(said(name)).toBeNull(),
  );
  test.each([
    ["nothing of that name", "plainly"],
    ["a part of a name", "of them"],
    ["a describe", "of one"],
    ["in another describe", "of two > %s of them"],
    ["switched off", "asleep"],
    ["a word of another call", "plain words"],
    ["the name of two", "said twice"],
  ])("where it is %s", (_what, name) => expect(said(name)).toMatch(/tests of/));
  test("where its row or its file is not there", () => {
    expect(said("of one > %s of them", "a row")).toBeNull();
    expect(said("of one > %s of them", "another")).toContain("no row");
    expect(lacks({ file: "nowhere.test.ts", test: "plain" })).toContain("there is no");
  });
});
