import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "../start/settings";
import { listFailures } from "./list-failures";

type Part = { name: string; command: string[]; counts?: boolean; env?: Record<string, string>; report?: string };
type Result = Part & { code: number; output: string };

const bin = (path: string, ...rest: string[]) => [process.execPath, join(root, "node_modules", path), ...rest];

/** What reads the sources alone; it runs beside the tests of the database. */
const reading: Part[] = [
  { name: "Lint and import directions", command: bin("@biomejs/biome/bin/biome", "check", ".") },
  { name: "Nothing unused", command: bin("knip/bin/knip.js") },
  { name: "Types of the routes", command: bin("next/dist/bin/next", "typegen") },
  { name: "Types", command: bin("typescript/bin/tsc", "--noEmit", "-p", ".") },
];

/** What runs the product. @param folder where the reports of failures are left. */
function running(folder: string): Part[] {
  const [unit, browser] = ["unit.json", "browser.json"].map((name) => join(folder, name)) as [string, string];
  return [
    {
      name: "Unit and database tests",
      command: bin("vitest/vitest.mjs", "run", "--reporter=default", "--reporter=json", `--outputFile.json=${unit}`),
      report: unit,
      counts: true,
    },
    {
      name: "Browser tests",
      command: [process.execPath, "--import", "tsx", join(root, "local/testing/run-e2e.ts"), "--reporter=list,json"],
      env: { PLAYWRIGHT_JSON_OUTPUT_FILE: browser },
      report: browser,
      counts: true,
    },
  ];
}

/** Runs every part to its end, also after one failed, so that one run tells everything. @returns the exit code. */
export async function runTests(say: (sentence: string) => void): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), "countersign-tests-"));
  const [sources, tests] = await Promise.all([runInTurn(reading, say, "afterwards"), runInTurn(running(folder), say, "at once")]);
  const results = [...sources, ...tests];
  const broken = results.filter(({ code }) => code !== 0);
  const sum = (word: "passed" | "failed") =>
    results.reduce((all, { counts, output }) => all + (counts ? count(output, word) : 0), 0);
  const [passed, failed] = [sum("passed"), sum("failed")];
  if (broken.length > 0) {
    say("\n── What failed, once more");
    for (const line of listFailures(broken)) say(line);
    say(`\nFailed: ${broken.map(({ name }) => name).join(", ")}`);
  }
  rmSync(folder, { recursive: true, force: true });
  say(`\n${passed} passed, ${Math.max(failed, broken.length)} failed`);
  return broken.length === 0 && passed > 0 ? 0 : 1;
}

/** @param print what a part prints is shown at once, or in one piece when it has ended, so that two at a time stay readable. */
async function runInTurn(parts: Part[], say: (sentence: string) => void, print: "at once" | "afterwards"): Promise<Result[]> {
  const results: Result[] = [];
  for (const part of parts) {
    if (part.name === "Browser tests" && !existsSync(join(root, "e2e"))) continue;
    const began = Date.now();
    if (print === "at once") say(`\n── ${part.name}`);
    const result = await run(part, print === "at once");
    const took = `${result.code === 0 ? "passed" : "FAILED"} in ${Math.round((Date.now() - began) / 1000)} s`;
    if (print === "afterwards") say(`\n── ${part.name}\n${result.output}`);
    say(`── ${part.name}: ${took}`);
    results.push(result);
  }
  return results;
}

/** Tests counted in a runner's closing lines: vitest's "Tests  3 passed", Playwright's "  3 passed (2s)". */
function count(output: string, word: "passed" | "failed"): number {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the runners colour their closing lines.
  const plain = output.replace(/\u001b\[[0-9;]*m/g, "");
  const lines = plain.split("\n").filter((line) => /^\s*Tests\s/.test(line) || new RegExp(`^\\s+\\d+ ${word}\\b`).test(line));
  return lines.reduce((sum, line) => sum + Number(new RegExp(`(\\d+) ${word}`).exec(line)?.[1] ?? 0), 0);
}

function run(part: Part, show: boolean): Promise<Result> {
  return new Promise((done) => {
    const kept: string[] = [];
    const [program = "", ...rest] = part.command;
    const child = spawn(program, rest, {
      cwd: root,
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", ...part.env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    for (const [from, to] of [
      [child.stdout, process.stdout],
      [child.stderr, process.stderr],
    ] as const) {
      from.on("data", (part: Buffer) => {
        kept.push(part.toString());
        if (show) to.write(part);
      });
    }
    // "close", not "exit": the last lines may come after it.
    child.once("close", (code) => done({ ...part, code: code ?? 1, output: kept.join("") }));
  });
}
