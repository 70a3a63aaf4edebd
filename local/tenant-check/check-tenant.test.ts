import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { client, type Program, startProgram } from "../microsoft365/testing/start-program";
import { checkTenant } from "./check-tenant";
import type { Expectation } from "./expectation";
import { connectingExpectations } from "./expectations/connecting";
import { placeOf } from "./session/place";
import { readSettings, type Settings } from "./settings";

let program: Program;
let out: string;
let said: string[];
beforeAll(async () => {
  program = await startProgram();
});
afterAll(() => program?.stop());
beforeEach(() => {
  if (out) rmSync(out, { recursive: true, force: true });
  out = mkdtempSync(join(tmpdir(), "countersign-tenant-check-"));
  said = [];
});
afterAll(() => rmSync(out, { recursive: true, force: true }));

const check = (list: Expectation[], more: Partial<Settings> = {}, answer = "yes") => {
  const env = { MICROSOFT_STANDIN_URL: program.url, MICROSOFT_CLIENT_ID: client.id, MICROSOFT_CLIENT_SECRET: client.secret };
  const settings = { ...(readSettings(["--out", out], env) as Settings), ...more };
  return checkTenant(list, settings, placeOf(env), { say: (line) => said.push(line), ask: async () => answer });
};
const plain = (id: string, more: Partial<Expectation> = {}): Expectation => ({
  ...{ id, step: 4, truth: id, source: "here", needs: ["A"], expected: ["yes"], run: async () => "yes" },
  ...more,
});
const outcomes = (results: { id: string; outcome: string; came: string }[] | null) =>
  Object.fromEntries((results ?? []).map((one) => [one.id, `${one.outcome}: ${one.came}`]));

it("finds a wrong expectation, and one that fails on the way, and goes on", async () => {
  const [address] = connectingExpectations as [Expectation];
  const wrong = { ...address, id: "wrong", expected: ["mail is another address"] };
  const fails = plain("fails", {
    run: async (session) => {
      await session.mailbox("A");
      throw new Error("Nothing came.");
    },
  });
  expect(outcomes(await check([wrong, fails, address]))).toEqual({
    wrong: "differs: mail is the primary address",
    fails: "differs: Nothing came.",
    "primary-address": "pass: mail is the primary address",
  });
});

it("says in a sentence what each skipped step would need", async () => {
  const addresses = { A: "anna@contoso.com" };
  const list = [
    plain("box", { needs: ["A", "nowhereOutside"], mails: ["lostOutside"] }),
    plain("rights", { needs: ["administrator"] }),
    plain("patience", { minutes: 121 }),
  ];
  expect(outcomes(await check(list, { addresses, administrator: false, minutes: 15 }))).toEqual({
    box: "skipped: Needs an address: name it with --nowhere-outside.",
    rights: "skipped: Needs an administrator at hand: say so with --administrator.",
    patience: "skipped: Needs 121 minutes of patience: give them with --minutes 121.",
  });
  expect(said).toContain("No mail will leave.");
});

it("ends the run where the organisation may not send at all", async () => {
  const results = await check([plain("first", { expected: ["no report"], stops: "yes" }), plain("next")]);
  expect(outcomes(results)).toMatchObject({ first: "differs: yes", next: 'skipped: Not run: "yes" ended the run at first.' });
});

it("tries nothing with the mailbox of somebody else", async () => {
  const opens = plain("opens", { run: async (session) => ((await session.mailbox("A")) ? "yes" : "no") });
  // Anna signs in, by an alias that is neither her sign-in name nor the address she sends from.
  const results = await check([opens], { addresses: { A: "anna@contoso.onmicrosoft.com" } });
  expect(outcomes(results)).toEqual({ opens: "skipped: Somebody else signed in than A." });
});

it("leads nobody to a sign-in twice who was refused there", async () => {
  await program.admin("DELETE", "consent?person=ben@contoso.com");
  const opens = (id: string, answer: string) =>
    plain(id, {
      run: async (session) => {
        // The second time Microsoft would let them in, and is not asked.
        await program.admin("POST", "settings", { consentAnswer: answer });
        return (await session.mailbox("B")) ? "yes" : "no";
      },
    });
  const came = "skipped: B could not sign in: AADSTS90094 access_denied.";
  expect(outcomes(await check([opens("one", "90094"), opens("two", "")]))).toEqual({ one: came, two: came });
});

it("begins only when the person agrees", async () => {
  let tried = 0;
  const counting = plain("counting", { run: async () => String(++tried) });
  expect(await check([counting], {}, "no")).toBeNull();
  expect(tried).toBe(0);
});

it("goes on where an earlier run ended, and repeats what is named", async () => {
  const tried: string[] = [];
  const noting = (id: string, more: Partial<Expectation> = {}) =>
    plain(id, {
      ...more,
      run: async () => {
        tried.push(id);
        return "yes";
      },
    });
  const list = [noting("one"), noting("two", { step: 5, needs: ["B"] })];
  await check(list, { addresses: { A: "anna@contoso.com" } });
  expect(tried.splice(0)).toEqual(["one"]);
  await check(list);
  expect(tried.splice(0)).toEqual(["two"]);
  expect(await check(list)).toEqual([]);
  expect(said.at(-1)).toMatch(/^Nothing is left/);
  await check(list, { only: [4] });
  expect(tried).toEqual(["one"]);
  await check(list, { only: [5], addresses: { A: "anna@contoso.com" } });
  const { results } = JSON.parse(readFileSync(join(out, "report.json"), "utf8")) as {
    results: { id: string; outcome: string }[];
  };
  expect(results).toMatchObject([
    { id: "one", outcome: "pass" },
    { id: "two", outcome: "pass" },
  ]);
});
