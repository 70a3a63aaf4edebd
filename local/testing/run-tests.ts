import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { root } from "../start/settings";

type Part = { name: string; command: string[]; counts?: boolean };

const bin = (path: string, ...rest: string[]) => [process.execPath, join(root, "node_modules", path), ...rest];

const parts: Part[] = [
  { name: "Lint and import directions", command: bin("@biomejs/biome/bin/biome", "check", ".") },
  { name: "Nothing unused", command: bin("knip/bin/knip.js") },
  { name: "Types of the routes", command: bin("next/dist/bin/next", "typegen") },
  { name: "Types", command: bin("typescript/bin/tsc", "--noEmit", "-p", ".") },
  { name: "Unit and database tests", command: bin("vitest/vitest.mjs", "run"), counts: true },
  { name: "Browser tests", command: [process.execPath, "--import", "tsx", join(root, "local/testing/run-e2e.ts")], counts: true },
];

/** Runs every part to its end, also after one failed, so that one run tells everything. @returns the exit code. */
export async function runTests(say: (sentence: string) => void): Promise<number> {
  let passed = 0;
  let failed = 0;
  const broken: string[] = [];
  for (const part of parts) {
    if (part.name === "Browser tests" && !existsSync(join(root, "e2e"))) continue;
    const began = Date.now();
    say(`\n── ${part.name}`);
    const { code, output } = await run(part.command);
    say(`── ${part.name}: ${code === 0 ? "passed" : "FAILED"} in ${Math.round((Date.now() - began) / 1000)} s`);
    if (code !== 0) broken.push(part.name);
    if (part.counts) {
      passed += count(output, "passed");
      failed += count(output, "failed");
    }
  }
  if (broken.length > 0) say(`\nFailed: ${broken.join(", ")}`);
  say(`\n${passed} passed, ${Math.max(failed, broken.length)} failed`);
  return broken.length === 0 && passed > 0 ? 0 : 1;
}

/** Tests counted in a runner's closing lines: vitest's "Tests  3 passed", Playwright's "  3 passed (2s)". */
function count(output: string, word: "passed" | "failed"): number {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the runners colour their closing lines.
  const plain = output.replace(/\u001b\[[0-9;]*m/g, "");
  const lines = plain.split("\n").filter((line) => /^\s*Tests\s/.test(line) || new RegExp(`^\\s+\\d+ ${word}\\b`).test(line));
  return lines.reduce((sum, line) => sum + Number(new RegExp(`(\\d+) ${word}`).exec(line)?.[1] ?? 0), 0);
}

function run(command: string[]): Promise<{ code: number; output: string }> {
  return new Promise((done) => {
    const kept: string[] = [];
    const [program = "", ...rest] = command;
    const child = spawn(program, rest, {
      cwd: root,
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    for (const [from, to] of [
      [child.stdout, process.stdout],
      [child.stderr, process.stderr],
    ] as const) {
      from.on("data", (part: Buffer) => {
        kept.push(part.toString());
        to.write(part);
      });
    }
    child.once("exit", (code) => done({ code: code ?? 1, output: kept.join("") }));
  });
}
