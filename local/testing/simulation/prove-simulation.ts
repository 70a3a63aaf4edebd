import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "../../start/settings";
import { type Batch, doneOf, isPart, nextSeeds, type Part, parts, readRecord, writeRecord } from "./record";

const file = join(root, "docs/proofs/simulation.md");
/** So many seeds are a batch: a minute of one core, for what is stopped loses its batch. */
const most: Record<Part, number> = { sends: 1000, campaigns: 500, twins: 4 };
const planted = process.env.SIMULATION_BREACH ?? "";
const read = () => readRecord(existsSync(file) ? readFileSync(file, "utf8") : "");
type Seeds = { from: number; to: number };
type Ran = { mails: number; failed: string[] };

/**
 * Batch by batch to what is wanted, each written down as it ends. @param words parts that are to run, else all; two processes may run two parts. SIMULATION_FROM
 * begins with another seed. @returns the exit code: 1 where a seed failed.
 */
export function proveSimulation(words: string[]): number {
  const asked = words.filter(isPart);
  let code = 0;
  for (const part of asked.length > 0 ? asked : (Object.keys(parts) as Part[])) {
    let from = Number(process.env.SIMULATION_FROM ?? 0);
    while (doneOf(read(), part) < parts[part].goal) {
      const seeds = nextSeeds(read(), part, most[part], from);
      const began = performance.now();
      const commit = execFileSync("git", ["describe", "--always", "--dirty"], { cwd: root, encoding: "utf8" }).trim();
      const { mails, failed } = part === "twins" ? runTwins(seeds) : runBatch(part, seeds);
      const seconds = (performance.now() - began) / 1000;
      say(`${part} ${seeds.from} to ${seeds.to}: ${mails} mails, ${failed.length} failed, ${Math.round(seconds)} s`);
      for (const line of failed) say(line);
      if (failed.length > 0) {
        code = 1;
        from = seeds.to + 1;
      }
      if (planted) break;
      const day = new Date().toISOString().slice(0, 10);
      if (failed.length === 0) keep({ part, ...seeds, mails, commit, day, seconds });
    }
  }
  return code;
}

function keep(batch: Batch) {
  writeFileSync(file, writeRecord([...read(), batch]));
}

function say(line: string) {
  process.stdout.write(`${line}\n`);
}

function runBatch(part: Part, { from, to }: Seeds): Ran {
  const program = join(root, "lib/sending/simulation/batch-command.ts");
  const args = ["--import", "tsx", program, part, String(from), String(to), planted];
  const said = execFileSync(process.execPath, args, { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
  const { sends, found } = JSON.parse(said) as { sends: number; found: { seed: number; message: string }[] };
  const again = [planted && `SIMULATION_BREACH=${planted} `, part === "sends" ? "SIMULATION_STORY" : "SIMULATION_RUN"].join("");
  const failed = found.map(({ seed, message }) => {
    return `${message}. Again: ${again}=${seed} npx vitest run lib/sending/simulation/simulation.test.ts`;
  });
  return { mails: sends, failed };
}

/** Postgres and the mocks of what stands around production are the test's. */
function runTwins({ from, to }: Seeds): Ran {
  const folder = mkdtempSync(join(tmpdir(), "countersign-twins-"));
  const output = join(folder, "vitest.json");
  const env = { ...process.env, PROVE: "1", SIMULATION_TWINS: String(to - from + 1), SIMULATION_TWINS_FROM: String(from) };
  const vitest = join(root, "node_modules/vitest/vitest.mjs");
  const test = "lib/sending/simulation/twin.test.ts";
  spawnSync(process.execPath, [vitest, "run", "--reporter=json", `--outputFile=${output}`, test], { cwd: root, env });
  type Assertion = { status: string; meta?: { mails?: number }; failureMessages: string[] };
  const read = existsSync(output) ? readFileSync(output, "utf8") : '{"testResults":[]}';
  rmSync(folder, { recursive: true, force: true });
  const [one] = (JSON.parse(read) as { testResults: { assertionResults: Assertion[] }[] }).testResults.flatMap(
    ({ assertionResults }) => assertionResults,
  );
  if (one?.status === "passed") return { mails: one.meta?.mails ?? 0, failed: [] };
  return { mails: 0, failed: one?.failureMessages ?? ["The test of twins did not run."] };
}
