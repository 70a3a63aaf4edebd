import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
/** Local time in SQL, and a delay of a step added there. */
const clockOfPostgres = /at time zone|make_interval\(\s*days|delay_(days|hours|minutes)\s*[*+-]/i;

/** What asks the machine it runs on for its zone: the server's, or that of a browser, which need not be the page's. */
const clockOfMachine = /\.get(Hours|Minutes|Seconds|Date|Day|Month|FullYear|TimezoneOffset)\(\)/;
/** What takes that zone where it is told none. */
const saysTime = /\b(?:new Intl\.DateTimeFormat|toLocaleTimeString|toLocaleDateString|sayClock|sayClockToTheSecond)\(/g;
/** Where the browser is asked for its zone, to be offered or told. */
const asksBrowser = ["app/ui/words/zone.tsx"];

function filesOf(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => /(?<!\.test)\.tsx?$/.test(file))
    .map((file) => join(folder, file));
}
const textOf = (file: string) => readFileSync(join(root, file), "utf8");
const findIn = (folder: string) => filesOf(folder).filter((file) => clockOfPostgres.test(textOf(file)));

/** Calls in a text that say a time and name no zone: `timeZone` among their words, or a second argument where that is one. */
function zoneless(text: string): string[] {
  const said = [...text.matchAll(saysTime)].map(({ 0: name, index }) => name + argumentsAt(text, index + name.length));
  const bare = said.filter((call) => (call.startsWith("sayClock") ? !call.includes(",") : !/timeZone/.test(call)));
  return [...bare, ...(clockOfMachine.exec(text)?.slice(0, 1) ?? [])];
}

/** What stands between a bracket and the one that closes it. */
function argumentsAt(text: string, from: number): string {
  let open = 1;
  let to = from;
  while (open > 0 && to < text.length) {
    if (text[to] === "(") open += 1;
    if (text[to] === ")") open -= 1;
    to += 1;
  }
  return text.slice(from, to);
}

test("no query computes local time: lib/schedule alone does, and instants are passed or stored", () => {
  expect(["app", "lib", "inngest"].flatMap(findIn)).toEqual([]);
  // The pattern finds what it is meant to find: the triggers that keep the daily numbers.
  expect(readFileSync(join(root, "drizzle/0001_rules.sql"), "utf8")).toMatch(clockOfPostgres);
});

test("no time is said without a zone: a page has one clock, and neither the server nor the browser chooses it", () => {
  const files = ["app", "lib", "inngest"].flatMap(filesOf).filter((file) => !asksBrowser.includes(file));
  expect(files.length).toBeGreaterThan(1000);
  expect(files.flatMap((file) => zoneless(textOf(file)).map((call) => `${file}: ${call}`))).toEqual([]);
});

test("such a time would be found", () => {
  for (const text of [
    'saved.toLocaleTimeString("en-GB", { hour: "numeric" })',
    "at.toLocaleDateString()",
    'new Intl.DateTimeFormat("en-GB", { weekday: (x ? "long" : "short") }).format(at)',
    "sayClock(new Date(since))",
    "sayClockToTheSecond(since)",
    "new Date().getHours()",
  ])
    expect(zoneless(text), text).toHaveLength(1);
  for (const text of [
    'saved.toLocaleTimeString("en-GB", { timeZone })',
    'new Intl.DateTimeFormat("en-GB", { timeZone: member.timezone }).format(at)',
    "sayClock(new Date(since), zone)",
    'count.toLocaleString("en")',
    "at.getUTCHours()",
  ])
    expect(zoneless(text), text).toEqual([]);
  expect(asksBrowser.flatMap((file) => zoneless(textOf(file)))).toHaveLength(1);
});
