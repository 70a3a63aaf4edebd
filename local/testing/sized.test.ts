import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root } from "../start/settings";
import { sized } from "./sized";

const read = (path: string) => readFileSync(join(root, path), "utf8");

/** Whatever `npm test` proves at a small size only is proven whole by `npm run prove`. */
test("every test that has a larger size is in the list of those that are proven at it", () => {
  // The simulation goes on by a word of its own (simulation/prove-simulation.ts).
  const proven = [...sized, "lib/sending/simulation/"];
  const tests = ["app", "db", "inngest", "lib", "local", "e2e"]
    .flatMap((folder) => readdirSync(join(root, folder), { recursive: true }).map((name) => `${folder}/${name}`))
    .filter((path) => /\.(test|spec)\.tsx?$/.test(path));
  const larger = tests.filter(
    (path) => path !== "local/testing/sized.test.ts" && /process\.env\.PROVE\b|\bPROVE\b.*from "/.test(read(path)),
  );
  expect(larger.length).toBeGreaterThan(25);
  expect(larger.filter((path) => !proven.some((name) => path.startsWith(name)))).toEqual([]);
  // Nothing that was renamed or taken away is thought to be proven.
  expect(proven.filter((name) => !tests.some((path) => path.startsWith(name)))).toEqual([]);
});
