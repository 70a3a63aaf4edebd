import { createServer, type Server } from "node:http";
import { Inngest } from "inngest";
import { serve } from "inngest/node";
import postgres from "postgres";
import { afterEach, expect, test } from "vitest";
import { startExecutor } from "./executor";
import type { Settings } from "./settings";
import { findPort } from "./testing/start-program";
import { createTestStore } from "./testing/test-store";
import { waitUntil } from "./testing/wait-until";

/**
 * Signing keys change under runs that are under way. The SDK takes calls that are signed with its key or with its fallback, signs its answer
 * with the one that fitted, and where it is refused itself (401, 403) asks again with the fallback. So the app gets both first.
 */
const [oldKey, newKey] = ["0123456789abcdef", "fedcba9876543210"].map((half) => `signkey-test-${half.repeat(2)}`) as [
  string,
  string,
];
const eventKey = "abcd1234";
const runs = 12;

type World = Awaited<ReturnType<typeof makeWorld>>;
let world: World | undefined;
afterEach(async () => {
  await world?.end();
  world = undefined;
});

/** An app and an executor whose keys change; what the app answered is counted by status. */
async function makeWorld() {
  const [appPort, port] = [await findPort(), await findPort()];
  const store = await createTestStore();
  const sql = postgres(store.url, { max: 2, onnotice: () => {} });
  const statuses: number[] = [];
  const seen: string[] = [];
  const settings = (signingKey: string): Settings => ({
    ...{ host: "127.0.0.1", port, databaseUrl: store.url, appEndpoint: `http://127.0.0.1:${appPort}/api/inngest` },
    ...{ eventKey, signingKey, capacity: 8, leaseSeconds: 30, retrySeconds: 1, transportRetrySeconds: 0.2, syncSeconds: 0.5 },
  });
  let web: Server | undefined;
  let executor: Awaited<ReturnType<typeof startExecutor>> | undefined;
  let client: Inngest | undefined;
  const startApp = async (signingKey: string, signingKeyFallback?: string) => {
    const quiet = { info() {}, warn() {}, error() {}, debug() {} };
    const baseUrl = `http://127.0.0.1:${port}`;
    client = new Inngest({
      ...{ id: "rotation", isDev: false, baseUrl, eventKey, signingKey, signingKeyFallback, checkpointing: false, logger: quiet },
    });
    const sequence = client.createFunction(
      { id: "sequence", retries: 1, triggers: [{ event: "rotation/begin" }] },
      async ({ event, step }) => {
        for (let mail = 0; mail < 4; mail += 1) {
          await step.run(`mail-${mail}`, () => void seen.push(`${event.data.id}:${mail}`));
          await step.sleep(`rest-${mail}`, "2s");
        }
      },
    );
    const handler = serve({ client, functions: [sequence] });
    web = createServer((request, response) => {
      response.once("finish", () => statuses.push(response.statusCode));
      void handler(request, response);
    });
    await new Promise<void>((resolve) => web?.listen(appPort, "127.0.0.1", resolve));
  };
  /** Answers what was asked, as a process does that is told to end; a kept connection is closed once nothing is under way on it. */
  const stopApp = async () => {
    const closing = setInterval(() => web?.closeIdleConnections(), 10);
    await new Promise((resolve) => web?.close(resolve));
    clearInterval(closing);
  };
  const startServer = async (key: string) => {
    executor = await startExecutor(settings(key), () => {});
  };
  const states = async () => (await sql<{ status: string }[]>`select status from runs order by id`).map((row) => row.status);
  return {
    ...{ statuses, seen, sql, startApp, stopApp, startServer, states },
    stopServer: async () => executor?.stop(),
    begin: async () => {
      await waitUntil("the sync", async () => (await sql`select 1 from functions`).length > 0);
      await client?.send(Array.from({ length: runs }, (_, id) => ({ name: "rotation/begin", data: { id } })));
      await waitUntil("all to begin", () => seen.length >= runs);
    },
    completed: (limitMs = 30_000) =>
      waitUntil(
        "all to complete",
        async () => (await states()).filter((status) => status === "Completed").length === runs,
        limitMs,
      ),
    /** Registering by the app itself, as a deployment does, with the key it has. */
    register: async () => (await fetch(`http://127.0.0.1:${appPort}/api/inngest`, { method: "PUT" })).status,
    end: async () => {
      await executor?.stop().catch(() => {});
      await stopApp();
      await sql.end();
      await store.drop();
    },
  };
}

test("signing keys rotate under running runs: app with both, server, app with the new one; nothing is refused or repeated", {
  timeout: 90_000,
}, async () => {
  world = await makeWorld();
  const { startApp, stopApp, startServer, stopServer, register } = world;
  await startApp(oldKey);
  await startServer(oldKey);
  await world.begin();
  await stopApp();
  await startApp(newKey, oldKey);
  expect(await register()).toBe(200);
  await stopServer();
  await startServer(newKey);
  expect(await register()).toBe(200);
  await stopApp();
  await startApp(newKey);
  expect(await register()).toBe(200);
  await world.completed();
  expect(world.statuses.filter((status) => status === 401)).toEqual([]);
  expect(world.seen.sort()).toEqual(
    Array.from({ length: runs }, (_, id) => [0, 1, 2, 3].map((mail) => `${id}:${mail}`))
      .flat()
      .sort(),
  );
});

test("a server that changes its key before the app knows it is refused, and no run ends by that: all go on once the app has it", {
  timeout: 90_000,
}, async () => {
  world = await makeWorld();
  const { startApp, stopApp, startServer, stopServer } = world;
  await startApp(oldKey);
  await startServer(oldKey);
  await world.begin();
  await stopServer();
  await startServer(newKey);
  await waitUntil("calls to be refused", () => (world?.statuses.filter((status) => status === 401).length ?? 0) > 2 * runs);
  expect(await world.states()).toEqual(Array.from({ length: runs }, () => "Running"));
  expect(await world.sql`select 1 from runs where attempt > 0`).toHaveLength(0);
  await stopApp();
  await startApp(newKey, oldKey);
  await world.completed();
  expect(new Set(world.seen).size).toBe(4 * runs);
  expect(world.seen).toHaveLength(4 * runs);
});
