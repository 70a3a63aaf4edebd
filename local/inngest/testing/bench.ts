import { randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Inngest } from "inngest";
import postgres from "postgres";
import { startCluster } from "../../postgres/cluster";
import { freePort } from "../../start/free-port";
import { endProgram, findPort, startProgram } from "./start-program";
import { createTestStore } from "./test-store";
import { waitUntil } from "./wait-until";

/**
 * Steps per second: 1,000 runs of four steps, without and with a concurrency key, against a plain SDK app in a process of its own.
 * The clock runs from the first event sent to the last run ended. APP_PROCESSES=2 spreads the SDK app over two processes; BENCH_APP=bare puts an
 * app without the SDK in its place, which leaves the executor's own speed.
 */
const runCount = Number(process.env.BENCH_RUNS ?? 1000);
const keys = {
  INNGEST_EVENT_KEY: "bench",
  INNGEST_SIGNING_KEY: `signkey-bench-${"0123456789abcdef".repeat(2)}`,
  INNGEST_DEV: "0",
};
// A server of its own, which waits for the disk as a real one does; TEST_POSTGRES_URL names another.
const folder = mkdtempSync(join(tmpdir(), "countersign-bench-"));
chmodSync(folder, 0o755);
const server = process.env.TEST_POSTGRES_URL
  ? null
  : await startCluster(
      join(folder, "data"),
      randomBytes(8).toString("hex"),
      await freePort(7500 + Math.floor(Math.random() * 400)),
    );
const store = await createTestStore(server?.superuserUrl);
const [executorPort, appPort] = [await findPort(), await findPort()];
const baseUrl = `http://127.0.0.1:${executorPort}`;
const app = await startProgram(process.env.BENCH_APP === "bare" ? "./bare-app.ts" : "./bench-app.ts", {
  ...keys,
  PORT: String(appPort),
  INNGEST_BASE_URL: baseUrl,
  APP_PROCESSES: process.env.APP_PROCESSES ?? "1",
});
const executor = await startProgram("../main.ts", {
  ...keys,
  PORT: String(executorPort),
  DATABASE_URL: store.url,
  APP_ENDPOINT: `http://127.0.0.1:${appPort}/api/inngest`,
});
const sql = postgres(store.url, { max: 1 });
const inngest = new Inngest({ id: "bench-sender", isDev: false, baseUrl, eventKey: keys.INNGEST_EVENT_KEY });
const longest = 600_000;
try {
  await waitUntil("the sync", async () => (await sql`select 1 from functions`).length === 2);
  for (const kind of ["warm", "plain", "keyed"]) {
    const count = kind === "warm" ? 200 : runCount;
    const name = kind === "keyed" ? "bench/keyed" : "bench/plain";
    const [before] = await sql`select count(*)::int as steps from steps`;
    const started = performance.now();
    const events = Array.from({ length: count }, (_, place) => ({
      name,
      id: `${kind}-${place}`,
      data: { id: place, mailbox: `m${place % 20}` },
    }));
    await inngest.send(events);
    await waitUntil(
      "every run to end",
      async () => {
        const [left] =
          await sql`select (select count(*) from runs where status = 'Running')::int + (select count(*) from events where pending)::int as open`;
        return left?.open === 0;
      },
      longest,
    );
    const seconds = (performance.now() - started) / 1000;
    const [after] = await sql`select count(*)::int as steps from steps`;
    const steps = Number(after?.steps) - Number(before?.steps);
    if (steps !== count * 4) throw new Error(`${steps} steps were saved, not ${count * 4}.`);
    if (kind !== "warm")
      console.log(
        `${kind}: ${Math.round(steps / seconds)} steps/s (${steps} steps in ${seconds.toFixed(2)} s), load ${readFileSync("/proc/loadavg", "utf8").slice(0, 14)}`,
      );
  }
} finally {
  await sql.end();
  await endProgram(executor);
  await endProgram(app);
  await store.drop();
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
}
