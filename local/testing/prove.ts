import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, platform, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { root } from "../start/settings";

/**
 * Runs the proofs at full size and writes what they measured to docs/proofs/, one file a test file. Arguments name the test files; without
 * any, those that have a larger size are run.
 */
const sized = [
  "db/access/lost-connections.test.ts",
  "lib/analytics/at-size.test.ts",
  "lib/sending/ledger/next-state.test.ts",
  "lib/schedule/properties",
  "local/inngest/crash.test.ts",
];
const files = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), "countersign-prove-"));
const output = join(folder, "results.json");
const vitest = join(root, "node_modules/vitest/vitest.mjs");
const { status } = spawnSync(
  process.execPath,
  [
    vitest,
    "run",
    "--testTimeout=1800000",
    "--reporter=default",
    "--reporter=json",
    `--outputFile=${output}`,
    ...(files.length > 0 ? files : sized),
  ],
  { cwd: root, stdio: "inherit", env: { ...process.env, PROVE: "1" } },
);

type Result = { name: string; assertionResults: { fullName: string; status: string; duration?: number }[] };
const results = (JSON.parse(readFileSync(output, "utf8")) as { testResults: Result[] }).testResults;
const commit = spawnSync("git", ["rev-parse", "--short", "HEAD"], { cwd: root, encoding: "utf8" }).stdout.trim();
const machine = `${cpus().length} cores (${cpus()[0]?.model.trim() ?? "unknown"}), ${Math.round(totalmem() / 2 ** 30)} GiB, ${platform()}, Node ${process.versions.node}`;
mkdirSync(join(root, "docs/proofs"), { recursive: true });
for (const file of results) {
  const path = file.name.slice(root.length + 1);
  const rows = file.assertionResults
    .filter((one) => one.status !== "pending")
    .map((one) => `| ${one.fullName.replaceAll("|", "\\|")} | ${one.status} | ${((one.duration ?? 0) / 1000).toFixed(1)} |`);
  const name = path.replace(/\.test\.ts$/, "").replaceAll("/", "-");
  writeFileSync(
    join(root, "docs/proofs", `${name}.md`),
    `# ${path}\n\nFull size, ${new Date().toISOString().slice(0, 10)}, commit ${commit}, ${machine}. Again: \`npm run prove -- ${path}\`\n\n| proof | result | seconds |\n|---|---|---:|\n${rows.join("\n")}\n`,
  );
}
rmSync(folder, { recursive: true, force: true });
process.exit(status ?? 1);
