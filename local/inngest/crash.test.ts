import type { ChildProcess } from "node:child_process";
import { afterEach, expect, it } from "vitest";
import { endProgram, findPort, startProgram } from "./testing/start-program";
import { eventKey, type Scene, signingKey, startScene } from "./testing/start-scene";
import { waitUntil } from "./testing/wait-until";

const full = Boolean(process.env.PROVE);
const kills = Number(process.env.PROVE_KILLS ?? (full ? 200 : 6));
const asleep = full ? 2000 : 300;
const seed = Number(process.env.PROVE_SEED ?? 20261123);
let scene: Scene;
let programs: ChildProcess[] = [];

afterEach(async () => {
  await Promise.all(programs.map((program) => endProgram(program, "SIGKILL")));
  programs = [];
  await scene.end();
});

/** An executor as a process of its own, on the scene's database. */
async function startOne(env: Record<string, string> = {}, port?: number) {
  const { settings } = scene;
  const program = await startProgram("../main.ts", {
    DATABASE_URL: settings.databaseUrl,
    APP_ENDPOINT: scene.endpoint,
    PORT: String(port ?? (await findPort())),
    INNGEST_EVENT_KEY: eventKey,
    INNGEST_SIGNING_KEY: signingKey,
    EXECUTOR_LEASE_SECONDS: "0.8",
    EXECUTOR_RETRY_SECONDS: "1",
    ...env,
  });
  programs.push(program);
  return program;
}

/** Every run completed, every step saved once, in order, with nothing left behind. */
async function expectWhole(runs: number, steps: number) {
  await waitUntil(
    "every run to complete",
    async () => Number((await scene.sql`select count(*)::int as n from runs where status = 'Completed'`)[0]?.n) >= runs,
    60_000,
  );
  const rows = await scene.sql<{ n: number; seqs: number[] }[]>`
    select count(*)::int as n, array_agg(s.seq order by s.seq) as seqs from steps s join runs r on r.id = s.run_id where r.function_id like '%-sleeper' or r.function_id like '%-serial' group by s.run_id`;
  expect(rows).toHaveLength(runs);
  for (const row of rows) {
    expect(row.n).toBe(steps);
    expect(row.seqs).toEqual(Array.from({ length: steps }, (_, place) => place));
  }
  const [left] =
    await scene.sql`select (select count(*) from runs where status = 'Running' or lease_token is not null)::int as runs, (select count(*) from waits)::int as waits`;
  expect(left).toEqual({ runs: 0, waits: 0 });
}

const modes = [
  ["a call a step", false],
  ["steps saved during a call", { maxRuntime: 1000 }],
] as const;
/** Around a call the modes differ; the others are the same code, and at full size they are tried in both. */
const aroundCall = ["before-call", "after-call", "before-commit"];
const everywhere = ["after-lease", ...aroundCall, "after-commit", "after-save:2", "after-settle"];
it.each(modes)("loses no step when killed at any boundary: %s", { timeout: 120_000 }, async (_, checkpointing) => {
  scene = await startScene({}, undefined, checkpointing);
  await scene.pauseExecutor();
  const points = full || checkpointing ? everywhere : aroundCall;
  for (const point of points) {
    const dying = await startOne({ EXECUTOR_KILL_POINT: point }, scene.settings.port);
    const ended = new Promise((resolve) => dying.once("exit", resolve));
    await scene.send("serial", { id: point });
    await ended;
    const heir = await startOne({}, scene.settings.port);
    await scene.hear("serial", point);
    await waitUntil(
      `the run of ${point}`,
      async () => (await scene.sql`select 1 from runs where status = 'Running'`).length === 0,
    );
    await endProgram(heir);
  }
  await expectWhole(points.length, 3);
});

it.each(modes)(
  `loses no step when one of two executors is killed at ${kills} seeded instants: %s`,
  {
    timeout: 120_000 + kills * 4000,
  },
  async (_, checkpointing) => {
    scene = await startScene({}, undefined, checkpointing);
    await scene.pauseExecutor();
    const random = mulberry(seed);
    const ports = [scene.settings.port, await findPort()];
    const pair = [await startOne({}, ports[0]), await startOne({}, ports[1])];
    let sent = 0;
    for (let kill = 0; kill < kills; kill++) {
      const batch = Array.from({ length: 12 }, () => ({ id: `kill-${seed}-${sent++}` }));
      await scene.app.inngest.send(batch.map((data) => ({ name: scene.app.name("serial"), data, id: data.id })));
      // The one that takes events lives through the send; which one dies, and when, comes from the seed. The instant is what is tried here:
      // whatever could be waited for would kill at the same place of the code each time.
      await new Promise((resolve) => setTimeout(resolve, random() * 120));
      const victim = random() < 0.5 ? 0 : 1;
      const program = pair[victim];
      if (program) await endProgram(program, "SIGKILL");
      pair[victim] = await startOne({}, ports[victim]);
    }
    await expectWhole(sent, 3);
  },
);

it("drops an answer that comes after its lease was lost", async () => {
  scene = await startScene({ leaseSeconds: 30 });
  scene.app.hold("late");
  const sent = await scene.send("cancelled", { id: "late", nap: "1s" });
  await scene.hear("begun", "late");
  await scene.sql`update runs set lease_until = now() - interval '1 second' where lease_token is not null`;
  await scene.hear("begun", "late", 2);
  scene.app.letGo("late");
  await scene.hear("effect", "late");
  expect(await scene.sql`select 1 from steps`).toHaveLength(0);
  scene.app.open("late");
  expect((await scene.runOf(sent)).status).toBe("Completed");
  expect(scene.seen("begun", "late")).toHaveLength(2);
  const steps = await scene.sql`select step_id from steps`;
  expect(steps).toHaveLength(3);
  expect(scene.seen("survived", "late")).toHaveLength(1);
});

it("settles an event and a timeout at the same instant one way, once", async () => {
  scene = await startScene();
  const ids = Array.from({ length: 20 }, (_, place) => `tie-${place}`);
  await Promise.all(ids.map((id) => scene.send("waiter", { id, timeout: "1h" })));
  await waitUntil("all to wait", async () => (await scene.sql`select 1 from waits where kind = 'wait'`).length === ids.length);
  await Promise.all([
    scene.sql`update runs set run_at = clock_timestamp() where pending_step is not null`,
    scene.app.inngest.send(ids.map((id) => ({ name: scene.app.name("told"), data: { id } }))),
  ]);
  for (const id of ids) await scene.hear("waited", id);
  await waitUntil("the end", async () => (await scene.sql`select 1 from runs where status = 'Running'`).length === 0);
  const waited = await scene.sql<{ n: number }[]>`select count(*)::int as n from steps where op = 'WaitForEvent' group by run_id`;
  expect(waited.map((row) => row.n)).toEqual(ids.map(() => 1));
  for (const id of ids) expect(scene.seen("waited", id)).toHaveLength(1);
});

it("uses up no attempt while the app is away, and goes on when it is back", async () => {
  scene = await startScene();
  await scene.close();
  const sent = await scene.send("failing", { id: "away" });
  await waitUntil("some tries", async () => (await scene.sql`select 1 from history where kind = 'unreachable'`).length >= 3);
  expect((await scene.sql`select attempt, status from runs`)[0]).toEqual({ attempt: 0, status: "Running" });
  await scene.open();
  expect((await scene.runOf(sent)).status).toBe("Failed");
  await scene.hear("failed", "away");
});

it("survives the loss of its connections to Postgres", { timeout: 90_000 }, async () => {
  scene = await startScene();
  await scene.pauseExecutor();
  const program = await startOne({ EXECUTOR_LEASE_SECONDS: "2" }, scene.settings.port);
  const ids = Array.from({ length: 40 }, (_, place) => `cut-${place}`);
  await scene.app.inngest.send(ids.map((id) => ({ name: scene.app.name("sleeper"), data: { id } })));
  const saved = async () => Number((await scene.sql`select count(*)::int as n from steps`)[0]?.n);
  for (let cut = 0; cut < 4; cut++) {
    const before = await saved();
    await waitUntil("it to work", async () => (await saved()) > before);
    await scene.sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and application_name = 'inngest-executor'`;
  }
  await expectWhole(ids.length, 5);
  // It sat the cuts out: nobody had to start it again.
  expect(program.exitCode).toBeNull();
});

it(`wakes ${asleep} sleeping runs that are due at once`, { timeout: 300_000 }, async () => {
  scene = await startScene();
  await scene.app.inngest.send(
    Array.from({ length: asleep }, (_, place) => ({ name: scene.app.name("napper"), data: { id: `nap-${place}` } })),
  );
  await waitUntil(
    "all to sleep",
    async () => (await scene.sql`select 1 from runs where pending_step is not null limit ${asleep}`).length === asleep,
    120_000,
  );
  await scene.sql`update runs set run_at = clock_timestamp() + interval '200 milliseconds'`;
  await waitUntil(
    "all to end",
    async () => Number((await scene.sql`select count(*)::int as n from runs where status = 'Completed'`)[0]?.n) === asleep,
    120_000,
  );
  expect(Number((await scene.sql`select count(*)::int as n from steps`)[0]?.n)).toBe(asleep);
});

it("gives its runs back when it is asked to stop, within three seconds", async () => {
  scene = await startScene();
  await scene.pauseExecutor();
  const program = await startOne({ EXECUTOR_LEASE_SECONDS: "30" }, scene.settings.port);
  scene.app.hold("stopping");
  await scene.send("cancelled", { id: "stopping" });
  await scene.hear("begun", "stopping");
  const started = Date.now();
  await endProgram(program);
  expect(Date.now() - started).toBeLessThan(3000);
  expect(await scene.sql`select 1 from runs where lease_token is not null`).toHaveLength(0);
});

function mulberry(from: number) {
  let state = from;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
