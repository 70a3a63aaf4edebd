import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

/**
 * Steps side by side have run more than once elsewhere, and an executor of one machine does not know them. A step of ours is waited for where it
 * stands, or is all that its function does; and nothing that waits for several things at once stands in a file with steps.
 */
const folder = join(import.meta.dirname, "functions");
const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => /(?<!\.test)\.ts$/.test(file));

function besides(text: string): string[] {
  const steps = [...text.matchAll(/\bstep\.\w+(?=[(<])/g)];
  const alone = /(\bawait|\breturn|async \(\{[^}]*\bstep\b[^}]*\}\) =>)\s*$/;
  const found = steps.filter(({ index }) => !alone.test(text.slice(0, index))).map(([step]) => step);
  const several =
    steps.length > 0 ? (text.match(/\bPromise\s*\.\s*(?:all|allSettled|race|any)\b|\bgroup\.parallel\b/g) ?? []) : [];
  return [...found, ...several];
}

test("no function has steps side by side (inngest 2775)", () => {
  const texts = files.map((file) => [file, readFileSync(join(folder, file), "utf8")] as const);
  expect(texts.filter(([, text]) => /\bstep\.run\(/.test(text)).length).toBeGreaterThan(10);
  expect(texts.flatMap(([file, text]) => besides(text).map((found) => `${file}: ${found}`))).toEqual([]);
});

test.each([
  ["both begun before either is waited for", 'const one = step.run("a", f);\nawait one;', ["step.run"]],
  ["both in one wait", 'await Promise.all([step.run("a", f), step.run("b", g)]);', ["step.run", "step.run", "Promise.all"]],
  ["one each of a list", "await Promise.all(list.map(async (x) => { await step.run(x, f); }));", ["Promise.all"]],
  ["nothing", 'async ({ event, step }) =>\n  step.run("a", f)', []],
])("would be seen: %s", (_what, text, found) => {
  expect(besides(text)).toEqual(found);
});
