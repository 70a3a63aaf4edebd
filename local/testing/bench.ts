import { spawnSync } from "node:child_process";
import { loadavg } from "node:os";
import { join } from "node:path";
import { root } from "../start/settings";

/**
 * Prints what is measured, with the machine's load. "size": what a campaign of 100,000 costs, and its team's pages (docs/proofs/size.md), in some twenty
 * minutes; anything else, or nothing: steps per second of the executor beside DBOS (local/inngest/bench/main.ts), with the arguments handed on.
 */
const size = [
  "lib/campaigns/launch/launch-at-size.test.ts",
  "lib/drafts/write/at-size.test.ts",
  "lib/campaigns/held-at-size.test.ts",
  "app/(team)/pages-at-size.test.ts",
];
const [what, ...more] = process.argv.slice(2);
const saysLoad = () => process.stdout.write(`load ${loadavg()[0]?.toFixed(1)}\n`);
const run = (args: string[]) =>
  spawnSync(process.execPath, args, {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, ...(what === "size" ? { PROVE: "1" } : {}) },
  }).status ?? 1;

if (what !== "size")
  process.exit(run(["--import", "tsx", join(root, "local/inngest/bench/main.ts"), ...(what ? [what, ...more] : [])]));
// One after another: each is measured with nothing of ours beside it.
const failed = (more.length > 0 ? more : size).filter((file) => {
  process.stdout.write(`\n${file}\n`);
  saysLoad();
  return run([join(root, "node_modules/vitest/vitest.mjs"), "run", "--testTimeout=1800000", "--reporter=dot", file]) !== 0;
});
saysLoad();
process.exit(failed.length === 0 ? 0 : 1);
