import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
/** Local time in SQL, and a delay of a step added there. */
const clockOfPostgres = /at time zone|make_interval\(\s*days|delay_(days|hours|minutes)\s*[*+-]/i;

function findIn(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => /(?<!\.test)\.tsx?$/.test(file))
    .map((file) => join(folder, file))
    .filter((file) => clockOfPostgres.test(readFileSync(join(root, file), "utf8")));
}

test("no query computes local time: lib/schedule alone does, and instants are passed or stored", () => {
  expect(["app", "lib", "inngest"].flatMap(findIn)).toEqual([]);
  // The pattern finds what it is meant to find: the triggers that keep the daily numbers.
  expect(readFileSync(join(root, "drizzle/0001_rules.sql"), "utf8")).toMatch(clockOfPostgres);
});
