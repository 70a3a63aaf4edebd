import { randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startCluster } from "../../postgres/cluster";
import { freePort } from "../../start/free-port";
import { dbos, installDbos } from "./dbos-contender";
import { executorWith } from "./executor-contender";
import { type Measured, measure } from "./measure";
import { report } from "./report";

/**
 * Steps per second of the executor and of DBOS, as ratios: BENCH_RUNS runs (1,000) of four steps, without a key and with twenty, in
 * BENCH_ROUNDS rounds (3) in which all take turns, on one PostgreSQL that waits for the disk as a real one does; TEST_POSTGRES_URL names another.
 * BENCH_ONLY measures the contenders whose names begin so. BENCH_PROFILE names a folder for processor profiles.
 */
const runCount = Number(process.env.BENCH_RUNS ?? 1000);
const rounds = Number(process.env.BENCH_ROUNDS ?? 3);
const profile = process.env.BENCH_PROFILE ? ["--cpu-prof", `--cpu-prof-dir=${process.env.BENCH_PROFILE}`] : [];

const module = installDbos();
if (!module) console.log("DBOS could not be installed: npm's registry was not reached. The executor is measured alone.");
const sdkApp = "../../../inngest/testing/bench-app.ts";
const contenders = [
  executorWith("SDK, a call a step", sdkApp, { APP_STEPS: "alone" }, profile),
  executorWith("SDK, steps saved during a call", sdkApp, { APP_STEPS: "during" }, profile),
  executorWith("SDK, and those of several runs together", sdkApp, { APP_STEPS: "together" }, profile),
  executorWith("without the SDK", "../bench/bare-app.ts", {}, profile),
  ...(module
    ? [
        dbos("DBOS, started directly", module, { plain: "direct", keyed: "keyed" }),
        dbos("DBOS, through its queue", module, { plain: "plain", keyed: "keyed" }),
      ]
    : []),
].filter((contender) => contender.name.startsWith(process.env.BENCH_ONLY ?? ""));

const folder = mkdtempSync(join(tmpdir(), "countersign-bench-"));
chmodSync(folder, 0o755);
const server = process.env.TEST_POSTGRES_URL
  ? null
  : await startCluster(
      join(folder, "data"),
      randomBytes(8).toString("hex"),
      await freePort(7500 + Math.floor(Math.random() * 400)),
    );
try {
  const measured: Measured[] = [];
  for (let round = 1; round <= rounds; round++) {
    // Each round begins with another, so that none always runs on the quieter half.
    const turn = contenders.map((_, place) => contenders[(place + round) % contenders.length]).flatMap((one) => one ?? []);
    for (const contender of turn) {
      for (const one of await measure(contender, server?.superuserUrl, runCount)) {
        measured.push(one);
        console.log(
          `round ${round}, ${one.contender}, ${one.shape}: ${Math.round(one.stepsPerSecond)} steps/s, load ${one.load}, ${Object.entries(
            one.cpuMs,
          )
            .map(([name, ms]) => `${name} ${ms.toFixed(2)}`)
            .join(" + ")} ms of processor a step`,
        );
      }
    }
  }
  console.log(report(measured));
} finally {
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
}
