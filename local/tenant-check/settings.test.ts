import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { clean } from "./clean";
import { expectations } from "./expectations/list";
import { mails } from "./session/mails";
import { help, readSettings, type Settings } from "./settings";

const env = { MICROSOFT_CLIENT_ID: "id", MICROSOFT_CLIENT_SECRET: "s", MICROSOFT_TENANT: "contoso.com" };

describe("the options", () => {
  it("name the people of a real tenant, and nobody by themselves", () => {
    const settings = readSettings(["--out", "x", "--a", "a@b.example", "--nowhere-outside", "n@c.example", "--only", "5,6"], env);
    expect(settings).toMatchObject({
      addresses: { A: "a@b.example", nowhereOutside: "n@c.example" },
      only: [5, 6],
      administrator: false,
      minutes: 15,
    });
    expect(Object.keys((settings as Settings).addresses)).toHaveLength(2);
  });
  it.each([
    [[], "Name a folder for the report: --out folder."],
    [["--out", "x"], "Name the mailbox that everything is tried with: --a address."],
    [["--out", "x", "--a", "anna"], "anna is no address."],
    [["--out", "x", "--a", "a@b.example", "--only", "five"], "--only takes numbers of steps, such as 5,6."],
    [["--out", "x", "--a", "a@b.example", "--minutes", "long"], "--minutes takes a number."],
  ])("%j: a sentence says what is missing", (argv, sentence) => {
    expect(() => readSettings(argv, env)).toThrow(sentence);
  });
  it("say which setting of the app is not there", () => {
    expect(() => readSettings(["--out", "x", "--a", "a@b.example"], {})).toThrow(/MICROSOFT_CLIENT_ID[\s\S]*MICROSOFT_TENANT/);
  });
});

describe("what is written down", () => {
  it.each([
    ["from anna@contoso.com", "from anna@contoso.com"],
    ["from john.smith@elsewhere.example, twice", "from j…@elsewhere.example, twice"],
    ["<DB9PR04MB8123A0@DB9PR04MB8123.eurprd04.prod.outlook.com>", "<D…@DB9PR04MB8123.eurprd04.prod.outlook.com>"],
    ["Bearer eyJ0eXAiOiJKV1QiLCJub25jZSI6.eyJhdWQiOiIwMDAwMDAwMy0.c2lnbmF0dXJl", "Bearer eyJ0…"],
    ["AAkALgAAAAAAHYQDEapmEc2byACqAC-EWg0AAA=", "AAkA…"],
    ["404 MailboxNotEnabledForRESTAPI", "404 MailboxNotEnabledForRESTAPI"],
    ["String {00020386-0000-0000-c000-000000000046} Name x", "String {00020386-0000-0000-c000-000000000046} Name x"],
  ])("%s", (text, written) => {
    expect(clean(text, { A: "anna@contoso.com" })).toBe(written);
  });
});

describe("the runbook", () => {
  const page = readFileSync(new URL("../../docs/runbooks/first-real-tenant.md", import.meta.url), "utf8");
  it("has a row for each step, and is short", () => {
    const rows = [...page.matchAll(/^\| (\d+) \|/gm)].map((match) => Number(match[1]));
    expect(rows).toEqual(Array.from({ length: 26 }, (_, n) => n));
    expect(page.split("\n").length).toBeLessThan(200);
  });
  it("names only options and expectations that there are", () => {
    const options = [...page.matchAll(/--[a-z][a-z-]*/g)].map((match) => match[0]);
    expect(options.filter((option) => !help.includes(`  ${option}`))).toEqual([]);
    const known = new Set(expectations.map((one) => one.id));
    const learned = page.slice(page.indexOf("## What was learned")).split("\n").slice(6);
    const named = learned.flatMap((row) => (row.split("|")[2] ?? "").split(",")).map((id) => id.trim());
    expect(named.filter((id) => /^[a-z-]+$/.test(id) && !known.has(id))).toEqual([]);
    expect(named.length).toBeGreaterThan(20);
  });
});

describe("the list", () => {
  it("has each id once, and each says what it needs, where it comes from and what is expected", () => {
    expect(new Set(expectations.map((one) => one.id)).size).toBe(expectations.length);
    for (const { id, truth, source, expected, needs } of expectations)
      expect({ id, sound: Boolean(truth && source && expected.length > 0 && needs.length > 0) }).toEqual({ id, sound: true });
  });
  it("covers every step of the runbook, and sends every mail for some reason", () => {
    expect([...new Set(expectations.map((one) => one.step))]).toEqual(Array.from({ length: 25 }, (_, n) => n + 1));
    const named = new Set(expectations.flatMap((one) => one.mails ?? []));
    expect(Object.keys(mails).filter((name) => !named.has(name as keyof typeof mails))).toEqual([]);
  });
});
