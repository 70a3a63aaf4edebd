import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { listFailures, readReport } from "./list-failures";

const folder = mkdtempSync(join(tmpdir(), "countersign-failures-"));
afterAll(() => rmSync(folder, { recursive: true }));

const long = Array.from({ length: 60 }, (_, line) => `line ${line}`).join("\n");
const failed = (fullName: string, message: string) => ({ fullName, status: "failed", failureMessages: [message] });
const vitest = (assertionResults: { fullName: string; status: string; failureMessages?: string[] }[]) => ({
  testResults: [{ name: "/work/lib/a.test.ts", status: "failed", message: "could not be loaded", assertionResults }],
});
const kept = (report: object) => {
  const path = join(folder, "report.json");
  writeFileSync(path, JSON.stringify(report));
  return path;
};

test("a test of Vitest is told by its file, its name and its message, one that passed is not", () => {
  const report = vitest([failed("adds", "expected 2, got 3"), { fullName: "takes away", status: "passed" }]);
  expect(readReport(report)).toEqual([{ name: "/work/lib/a.test.ts › adds", message: "expected 2, got 3" }]);
});

test("a file of Vitest that cannot be loaded is told by what it said", () => {
  expect(readReport(vitest([]))).toEqual([{ name: "/work/lib/a.test.ts", message: "could not be loaded" }]);
});

test("a journey is told with every message of its last try, however deep it lies, and so is what failed outside of any", () => {
  const spec = (title: string, status: string) => ({
    file: "a.spec.ts",
    line: 7,
    title,
    tests: [{ status, results: [{ errors: [] }, { errors: [{ message: "too wide" }, { message: "too slow" }] }] }],
  });
  const report = {
    suites: [{ suites: [{ specs: [spec("fails", "unexpected"), spec("works", "expected")] }] }],
    errors: [{ message: "no server" }],
  };
  expect(readReport(report)).toEqual([
    { name: "a.spec.ts:7 › fails", message: "too wide\ntoo slow" },
    { name: "outside of any test", message: "no server" },
  ]);
});

test("what leaves no report is told by the last lines that it printed, without colours", () => {
  const lines = listFailures([{ name: "Types", output: `${long}\n\u001b[31merror TS2741\u001b[39m\n` }]);
  expect(lines[0]).toBe("✘ Types");
  expect(lines.at(-1)).toBe("    error TS2741");
  expect(lines).toHaveLength(31);
  expect(listFailures([{ name: "Browser tests", output: "gone", report: join(folder, "none.json") }])).toEqual([
    "✘ Browser tests",
    "    gone",
  ]);
});

test("a single failure keeps the beginning of its message", () => {
  const report = kept(vitest([failed("adds", long)]));
  const lines = listFailures([{ name: "Unit", output: "", report }]);
  expect(lines.slice(0, 2)).toEqual(["✘ Unit: /work/lib/a.test.ts › adds", "    line 0"]);
  expect(lines).toHaveLength(15);
});

test.each([20, 100, 400])("of %d failures it tells at most 150 lines, and each by its name as far as they reach", (count) => {
  const report = kept(vitest(Array.from({ length: count }, (_, place) => failed(`number ${place}`, long))));
  const lines = listFailures([{ name: "Unit", output: "", report }]);
  expect(lines.length).toBeLessThanOrEqual(150);
  const named = lines.filter((line) => line.startsWith("✘"));
  expect(named).toHaveLength(Math.min(count, 149));
  expect(named[0]).toContain("number 0");
});
