import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "../start/settings";
import startPostgres from "./postgres-for-tests";

/**
 * Records a release: runs the unit and database tests, keeps which statements the product sends in them, and dumps its tables, both into drizzle/releases, where
 * later versions are tried against them (db/releases/releases.test.ts). Arguments: the tag, and files of tests where it shall be some only.
 */
const [tag, ...paths] = process.argv.slice(2);
if (!tag || !/^v\d+\.\d+\.\d+$/.test(tag)) {
  process.stderr.write("Name the release: npm run release:record -- v0.2.0\n");
  process.exit(1);
}
const folder = mkdtempSync(join(tmpdir(), "countersign-record-"));
const file = join(folder, "statements.jsonl");
const stopPostgres = await startPostgres();
const run = (...command: string[]) =>
  spawnSync(process.execPath, command, { cwd: root, stdio: "inherit", env: { ...process.env, RECORD_STATEMENTS: file } })
    .status ?? 1;
// A test that fails has sent its statements all the same.
run(join(root, "node_modules/vitest/vitest.mjs"), "run", ...paths);
const code = run("--import", "tsx", join(root, "db/releases/write-command.ts"), tag, file);
await stopPostgres?.();
rmSync(folder, { recursive: true });
process.exit(code);
