import { execFileSync, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "../start/settings";

const git = (...args: string[]) => execFileSync("git", args, { cwd: root, encoding: "utf8" }).trim();

/** The newest release, as git sorts versions; "" where there is none. */
const newestTag = (): string => git("tag", "--list", "v*.*.*", "--sort=-v:refname").split("\n")[0] ?? "";

/**
 * Runs an earlier release and this tree side by side behind a proxy, on one database, while the migrations of this tree run (e2e/upgrade).
 * The release is installed and built in a temporary folder; only the journey itself is this tree's.
 * @param from a tag or commit; the newest tag where none is named. @returns the exit code.
 */
export function proveUpgrade(from = newestTag()): number {
  if (!from) {
    process.stdout.write("There is no release yet (no tag v*.*.*), so there is no upgrade to prove.\n");
    return 0;
  }
  const folder = mkdtempSync(join(tmpdir(), "countersign-upgrade-"));
  const old = join(folder, "old");
  mkdirSync(old);
  // One key for both, or the buttons of a page of the old one would be unknown to the new one.
  const env = { ...process.env, NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: randomBytes(32).toString("base64"), UPGRADE_TO: root };
  const run = (cwd: string, program: string, ...args: string[]) => {
    process.stdout.write(`── ${cwd === root ? "new" : "old"}: ${[program, ...args].join(" ")}\n`);
    return spawnSync(program, args, { cwd, env, stdio: "inherit" }).status === 0;
  };
  const stamp = join(root, ".next", "countersign-sources");
  try {
    execFileSync("sh", ["-c", 'git archive "$1" | tar -x -C "$2"', "sh", from, old], { cwd: root });
    // Built with another key than usual: made anew now, and by the next start.
    rmSync(stamp, { force: true });
    const ready =
      run(old, "npm", "ci", "--include=dev", "--no-audit", "--no-fund") &&
      run(root, process.execPath, "--import", "tsx", join(root, "local/start/build-command.ts"));
    if (!ready) return 1;
    cpSync(join(root, "e2e"), join(old, "e2e"), { recursive: true });
    return run(old, process.execPath, "--import", "tsx", "local/testing/run-e2e.ts", "--config", "e2e/upgrade.config.ts") ? 0 : 1;
  } finally {
    rmSync(stamp, { force: true });
    rmSync(folder, { recursive: true, force: true });
  }
}
