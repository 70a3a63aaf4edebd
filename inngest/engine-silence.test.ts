import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { connectAs } from "../db/testing/connect-as";
import { type TestDatabase, testDatabase } from "../db/testing/test-database";
import { judgeEngine } from "../lib/engine/judge-engine";
import { keepWatching } from "../lib/engine/keep-watching";
import { lookAtEngine } from "../lib/engine/look-at-engine";
import { readEngine } from "../lib/engine/read-engine";
import { type Sender, watchSend } from "../lib/engine/watch-send";
import { stubSettings } from "../lib/env/testing/stub-settings";

/**
 * The app's own sweep and poll on the real executor, a process of its own, whose timers are taken away while it runs. The limits are seconds
 * here, minutes in the product; nothing else differs.
 */
const limits = { wakeAfter: 2, wakeAgainAfter: 2, sayAfter: 5, refusedAfter: 1, wokenFor: 10 };
const keys = { event: "abcd1234", signing: `signkey-test-${"0123456789abcdef".repeat(2)}` };

let db: TestDatabase;
let web: Server;
let executor: ChildProcess | undefined;
let port: number;
let store: { name: string; sql: ReturnType<typeof connectAs>; url: string };
let sender: Sender;
const ends: (() => void)[] = [];

beforeAll(async () => {
  db = await testDatabase();
  store = await makeStore();
  port = await findPort();
  stubSettings({
    INNGEST_DEV: "0",
    INNGEST_BASE_URL: `http://127.0.0.1:${port}`,
    INNGEST_EVENT_KEY: keys.event,
    INNGEST_SIGNING_KEY: keys.signing,
  });
  const [{ serve }, { inngest }, { sweep }, { pollMailboxes }] = await Promise.all([
    import("inngest/node"),
    import("./client"),
    import("./functions/minute/sweep"),
    import("./functions/minute/poll-mailboxes"),
  ]);
  web = createServer(serve({ client: inngest, functions: [sweep, pollMailboxes], servePath: "/api/inngest" }));
  await new Promise<void>((resolve) => web.listen(0, "127.0.0.1", resolve));
  sender = watchSend((events) => inngest.send(events.map(({ id, name }) => ({ id, name, data: {} }))));
  await startExecutor(keys.event);
});
afterEach(() => {
  for (const end of ends.splice(0)) end();
});
afterAll(async () => {
  await endExecutor();
  await new Promise((resolve) => web.close(resolve));
  await store.sql.end();
  await db.admin.unsafe(`drop database if exists ${store.name} with (force)`);
  vi.unstubAllEnvs();
  await db.close();
});

const long = () => new Date(0);
/** One process of the app. */
const watch = () => ends.push(keepWatching(sender, (tell) => lookAtEngine(sender, limits, long, tell), 300));
const state = async () => {
  const { beats } = await readEngine();
  return judgeEngine(beats, long(), limits);
};
const completed = async (name: string) =>
  Number(
    (
      await store.sql`select count(*)::int as n from runs where function_id = ${`countersign-${name}`} and status = 'Completed'`
    )[0]?.n,
  );
const polledAt = async () => (await readEngine()).beats.pollAt?.getTime() ?? 0;

test("an executor that lost its timers sweeps and polls again without a hand, woken once for all processes that watch", {
  timeout: 90_000,
}, async () => {
  // A table that takes no tick any more, as after a Redis was wiped: the executor alone would write them anew.
  await store.sql.unsafe(`create function lose() returns trigger language plpgsql as 'begin return null; end';
    create trigger lose before insert or update on ticks for each row execute function lose(); delete from ticks;`);
  await new Promise((resolve) => setTimeout(resolve, 1000));
  const before = { sweeps: await completed("sweep"), polled: await polledAt() };
  await new Promise((resolve) => setTimeout(resolve, 4000));
  expect({ sweeps: await completed("sweep"), polled: await polledAt() }).toEqual(before);
  const began = Date.now();
  for (let process = 0; process < 3; process += 1) watch();
  await expect.poll(() => completed("sweep"), { timeout: 30_000 }).toBeGreaterThan(before.sweeps + 2);
  await expect.poll(polledAt, { timeout: 30_000 }).toBeGreaterThan(began + 2 * limits.wakeAgainAfter * 1000);
  // Three processes looked three times a second each; a kind was woken at most once in two seconds.
  const events = await store.sql`select name, ext_id from events where name like 'engine/%'`;
  const turns = (Date.now() - began) / 1000 / limits.wakeAgainAfter + 1;
  expect(events.length).toBeLessThanOrEqual(2 * turns);
  expect(new Set(events.map((event) => event.ext_id)).size).toBe(events.length);
  expect(await state()).toMatchObject({ trouble: "woken" });
  await store.sql.unsafe("drop trigger lose on ticks");
});

test("a server that is gone, and one that does not know our key, are told apart, and it is over when events are taken", {
  timeout: 90_000,
}, async () => {
  watch();
  const says = async () => {
    const verdict = await state();
    return verdict?.trouble === "refused" ? (await readEngine()).beats.refused : verdict?.trouble;
  };
  await endExecutor();
  await expect.poll(says, { timeout: 30_000 }).toBe("unreachable");
  await startExecutor("another0");
  await expect.poll(says, { timeout: 30_000 }).toBe("wrong key");
  await endExecutor();
  await startExecutor(keys.event);
  await expect.poll(says, { timeout: 30_000 }).not.toMatch(/wrong key|unreachable/);
  const { beats } = await readEngine();
  expect(beats.refused).toBeNull();
});

async function startExecutor(eventKey: string) {
  const child = spawn(
    process.execPath,
    ["--import", "tsx", fileURLToPath(new URL("../local/inngest/main.ts", import.meta.url))],
    {
      env: {
        PATH: process.env.PATH,
        NODE_ENV: "production",
        PORT: String(port),
        DATABASE_URL: store.url,
        APP_ENDPOINT: `http://127.0.0.1:${(web.address() as AddressInfo).port}/api/inngest`,
        INNGEST_EVENT_KEY: eventKey,
        INNGEST_SIGNING_KEY: keys.signing,
      },
      stdio: ["ignore", "pipe", "ignore"],
    },
  );
  executor = child;
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on("data", (text: Buffer) => text.includes("ready") && resolve());
    child.once("exit", () => reject(new Error("The executor did not start.")));
  });
  await vi.waitUntil(async () => (await store.sql`select 1 from functions`).length > 1, { timeout: 15_000 });
}

async function endExecutor() {
  const child = executor;
  executor = undefined;
  if (!child || child.exitCode !== null) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  await ended;
}

async function makeStore() {
  const name = `executor_silence_${randomBytes(5).toString("hex")}`;
  await db.admin.unsafe(`create database ${name}`);
  const url = new URL(process.env.TEST_POSTGRES_URL ?? "postgres://postgres:postgres@127.0.0.1:5440/postgres");
  url.pathname = `/${name}`;
  return { name, url: url.toString(), sql: connectAs(url.toString()) };
}

function findPort(): Promise<number> {
  const probe = createServer();
  return new Promise((resolve) => {
    probe.listen(0, "127.0.0.1", () => {
      const { port: found } = probe.address() as AddressInfo;
      probe.close(() => resolve(found));
    });
  });
}
