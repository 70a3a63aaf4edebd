import { spawnSync } from "node:child_process";
import { randomInt } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, platform, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { root } from "../../start/settings";
import { type ChaosRun, recordRun } from "./record-run";

const page = join(root, "docs/proofs/engine.md");

/**
 * Kills the real programs of the product for so many minutes and appends what came of it to docs/proofs/engine.md; `--seed` replays one
 * run's draws. @returns the exit code.
 */
export function proveChaos(args: string[]): number {
  const { values } = parseArgs({ args, options: { minutes: { type: "string" }, seed: { type: "string" } } });
  const minutes = Number(values.minutes ?? 60);
  const seed = Number(values.seed ?? randomInt(1, 1_000_000));
  if (!(minutes > 0 && minutes <= 60) || !Number.isInteger(seed))
    throw new Error("Minutes are more than 0 and at most 60, a seed is a whole number.");
  const again = `npm run prove -- chaos --minutes ${minutes} --seed ${seed}`;
  process.stdout.write(`${again}\n`);
  const folder = mkdtempSync(join(tmpdir(), "countersign-chaos-"));
  const told = join(folder, "told.json");
  const { status } = spawnSync(
    process.execPath,
    ["--import", "tsx", join(root, "local/testing/run-e2e.ts"), "--config", join(root, "e2e/chaos.config.ts")],
    {
      cwd: root,
      stdio: "inherit",
      env: { ...process.env, CHAOS_MINUTES: String(minutes), CHAOS_SEED: String(seed), CHAOS_TOLD: told },
    },
  );
  if (existsSync(told)) {
    const run = JSON.parse(readFileSync(told, "utf8")) as ChaosRun;
    writeFileSync(page, recordRun(readFileSync(page, "utf8"), run, circumstances()));
  }
  rmSync(folder, { recursive: true, force: true });
  if (status !== 0) process.stdout.write(`The same again: ${again}\n`);
  return status ?? 1;
}

function circumstances() {
  const commit = spawnSync("git", ["rev-parse", "--short", "HEAD"], { cwd: root, encoding: "utf8" }).stdout.trim();
  const machine = `${cpus().length} cores (${cpus()[0]?.model.trim() ?? "unknown"}), ${Math.round(totalmem() / 2 ** 30)} GiB, ${platform()}, Node ${process.versions.node}`;
  return { date: new Date().toISOString().slice(0, 10), commit, machine };
}
