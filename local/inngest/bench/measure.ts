import { readFileSync } from "node:fs";
import postgres from "postgres";
import { createTestStore } from "../testing/test-store";
import { waitUntil } from "../testing/wait-until";
import { type Contender, type Running, type Shape, stepsOfRun } from "./contender";
import { cpuSeconds } from "./cpu";

export type Measured = {
  contender: string;
  shape: Shape;
  stepsPerSecond: number;
  /** Milliseconds of processor time a step, by process; Postgres's are those of its connections. */
  cpuMs: Record<string, number>;
  load: string;
};

const warmRuns = 200;
const longestMs = 600_000;

/** Starts a contender on a database of its own, lets it warm up, and measures both shapes. @throws Error when a step is missing or too many. */
export async function measure(contender: Contender, server: string | undefined, runCount: number): Promise<Measured[]> {
  const store = await createTestStore(server);
  const sql = postgres(store.url, { max: 1, onnotice: () => {} });
  let running: Running | undefined;
  try {
    running = await contender.start(store.url, sql);
    await runAll(running, sql, "plain", "warm", warmRuns);
    const measured: Measured[] = [];
    for (const shape of ["plain", "keyed"] as const) {
      measured.push({ contender: contender.name, shape, ...(await runAll(running, sql, shape, shape, runCount)) });
    }
    return measured;
  } finally {
    await running?.stop();
    await sql.end();
    await store.drop();
  }
}

/** The clock runs from before the first run is handed over until after the last has ended. */
async function runAll(running: Running, sql: postgres.Sql, shape: Shape, tag: string, count: number) {
  const before = await running.countSteps();
  const load = readFileSync("/proc/loadavg", "utf8").split(" ")[0] ?? "";
  const cpuBefore = await readCpu(running, sql);
  const started = performance.now();
  await running.begin(shape, tag, count);
  await waitUntil("every run to end", async () => (await running.countOpen()) === 0, longestMs);
  const seconds = (performance.now() - started) / 1000;
  const cpuAfter = await readCpu(running, sql);
  const steps = (await running.countSteps()) - before;
  if (steps !== count * stepsOfRun) throw new Error(`${steps} steps were saved, not ${count * stepsOfRun}.`);
  const cpuMs = Object.fromEntries(
    Object.entries(cpuAfter).map(([name, used]) => [name, ((used - (cpuBefore[name] ?? 0)) * 1000) / steps]),
  );
  return { stepsPerSecond: steps / seconds, cpuMs, load };
}

async function readCpu(running: Running, sql: postgres.Sql): Promise<Record<string, number>> {
  const backends = await sql<
    { pid: number }[]
  >`select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`;
  const pids = { ...running.processes, postgres: backends.map((row) => row.pid) };
  return Object.fromEntries(Object.entries(pids).map(([name, ids]) => [name, cpuSeconds([ids].flat()) ?? Number.NaN]));
}
