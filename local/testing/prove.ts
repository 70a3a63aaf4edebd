import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, platform, tmpdir, totalmem } from "node:os";
import { basename, join } from "node:path";
import { root } from "../start/settings";
import { proveChaos } from "./chaos/prove-chaos";
import { proveUpgrade } from "./prove-upgrade";
import { proveSimulation } from "./simulation/prove-simulation";
import { sized } from "./sized";

type Row = { name: string; status: string; seconds: number };
type Proof = { path: string; rows: Row[] };

/**
 * Runs the proofs at full size and writes what they measured to docs/proofs/, one file a test file. Arguments name the test files; without
 * any, those that have a larger size are run (sized.ts). Files of e2e/ run against the whole product, and their steps are told too. The word "upgrade" runs the
 * newest release beside this tree instead (prove-upgrade.ts), "chaos" kills its programs for so many minutes (chaos/prove-chaos.ts), and "simulation" goes on with the simulation of
 * sending (simulation/prove-simulation.ts).
 */
if (process.argv[2] === "upgrade") process.exit(proveUpgrade(process.argv[3]));
if (process.argv[2] === "chaos") process.exit(proveChaos(process.argv.slice(3)));
if (process.argv[2] === "simulation") process.exit(proveSimulation(process.argv.slice(3)));
const files = process.argv.length > 2 ? process.argv.slice(2) : sized;
/** Proofs that others point at have a name of their own. */
const named: Record<string, string> = { "lib/uploads/at-size.test.ts": "import" };
const folder = mkdtempSync(join(tmpdir(), "countersign-prove-"));
const env = { ...process.env, PROVE: "1" };
const inBrowser = files.filter((file) => file.startsWith("e2e/"));
const others = files.filter((file) => !file.startsWith("e2e/"));
const ran = [...(others.length > 0 ? [runVitest(others)] : []), ...inBrowser.map(runInBrowser)];
for (const proof of ran.flatMap(({ proofs }) => proofs)) write(proof);
rmSync(folder, { recursive: true, force: true });
process.exit(ran.every(({ passed }) => passed) ? 0 : 1);

function runVitest(paths: string[]): { passed: boolean; proofs: Proof[] } {
  const output = join(folder, "vitest.json");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile=${output}`];
  const { status } = spawnSync(
    process.execPath,
    [join(root, "node_modules/vitest/vitest.mjs"), "run", "--testTimeout=1800000", ...reporters, ...paths],
    { cwd: root, stdio: "inherit", env },
  );
  type Result = { name: string; assertionResults: Assertion[] };
  /** What a test measured stands beside its name. */
  type Assertion = { fullName: string; status: string; duration?: number; meta?: { measured?: string } };
  const proofs = (JSON.parse(readFileSync(output, "utf8")) as { testResults: Result[] }).testResults.map((file) => ({
    path: file.name.slice(root.length + 1),
    rows: file.assertionResults
      .filter((one) => one.status !== "pending")
      .map((one) => ({
        name: [one.fullName, one.meta?.measured].filter(Boolean).join(": "),
        status: one.status,
        seconds: (one.duration ?? 0) / 1000,
      })),
  }));
  return { passed: status === 0, proofs };
}

function runInBrowser(path: string): { passed: boolean; proofs: Proof[] } {
  const output = join(folder, `${basename(path)}.json`);
  const { status } = spawnSync(
    process.execPath,
    ["--import", "tsx", join(root, "local/testing/run-e2e.ts"), basename(path), "--reporter=list,json"],
    { cwd: root, stdio: "inherit", env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: output } },
  );
  type Step = { title: string; duration: number; error?: unknown };
  type Suite = {
    specs?: { title: string; tests: { results: { status: string; duration: number; steps?: Step[] }[] }[] }[];
    suites?: Suite[];
  };
  const specs = (suite: Suite): NonNullable<Suite["specs"]> => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specs)];
  const rows = specs(JSON.parse(readFileSync(output, "utf8")) as Suite).flatMap((spec) =>
    spec.tests.flatMap(({ results }) =>
      results.flatMap((result) => [
        ...(result.steps ?? []).map((step) => ({
          name: `… ${step.title}`,
          status: step.error ? "failed" : "passed",
          seconds: step.duration / 1000,
        })),
        { name: spec.title, status: result.status, seconds: result.duration / 1000 },
      ]),
    ),
  );
  return { passed: status === 0, proofs: [{ path, rows }] };
}

function write({ path, rows }: Proof) {
  const commit = spawnSync("git", ["rev-parse", "--short", "HEAD"], { cwd: root, encoding: "utf8" }).stdout.trim();
  const machine = `${cpus().length} cores (${cpus()[0]?.model.trim() ?? "unknown"}), ${Math.round(totalmem() / 2 ** 30)} GiB, ${platform()}, Node ${process.versions.node}`;
  const lines = rows.map(({ name, status, seconds }) => `| ${name.replaceAll("|", "\\|")} | ${status} | ${seconds.toFixed(1)} |`);
  const name = basename(path).replace(/\.(test|spec)\.ts$/, "");
  const at = named[path] ?? (path.startsWith("e2e/") ? `e2e-${name}` : path.replace(/\.test\.ts$/, "").replaceAll("/", "-"));
  mkdirSync(join(root, "docs/proofs"), { recursive: true });
  writeFileSync(
    join(root, "docs/proofs", `${at}.md`),
    `# ${path}\n\nFull size, ${new Date().toISOString().slice(0, 10)}, commit ${commit}, ${machine}. Again: \`npm run prove -- ${path}\`\n\n| proof | result | seconds |\n|---|---|---:|\n${lines.join("\n")}\n`,
  );
}
