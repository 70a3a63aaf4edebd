import { createServer, type Server } from "node:http";
import { serve } from "inngest/node";
import postgres from "postgres";
import { startExecutor } from "../executor";
import type { Settings } from "../settings";
import { type Checkpointing, makeApp } from "./app-functions";
import { findPort } from "./start-program";
import { createTestStore } from "./test-store";
import { waitUntil } from "./wait-until";

export const eventKey = process.env.INNGEST_TEST_EVENT_KEY ?? "abcd1234";
export const signingKey = process.env.INNGEST_TEST_SIGNING_KEY ?? `signkey-test-${"0123456789abcdef".repeat(2)}`;

export type Scene = Awaited<ReturnType<typeof startScene>>;

/** An SDK app of its own and a server for it: the one INNGEST_TEST_BASE_URL names, or an executor on a database of its own. */
export async function startScene(
  overrides: Partial<Settings> = {},
  postgresServer?: string,
  checkpointing: Checkpointing = false,
) {
  const appId = `scene-${Math.random().toString(36).slice(2, 8)}`;
  const given = process.env.INNGEST_TEST_BASE_URL;
  const [executorPort, appPort] = [await findPort(), await findPort()];
  const baseUrl = given ?? `http://127.0.0.1:${executorPort}`;
  const endpoint = `http://127.0.0.1:${appPort}/api/inngest`;
  const app = makeApp(appId, baseUrl, eventKey, signingKey, checkpointing);
  let web: Server | undefined;
  const open = async () => {
    const handler = serve({ client: app.inngest, functions: app.functions });
    web = createServer(handler);
    await new Promise<void>((resolve) => web?.listen(appPort, "127.0.0.1", resolve));
  };
  const close = async () => {
    web?.closeAllConnections();
    await new Promise((resolve) => web?.close(resolve));
  };
  await open();
  const store = given ? undefined : await createTestStore(postgresServer);
  const settings: Settings = {
    host: "127.0.0.1",
    port: executorPort,
    databaseUrl: store?.url ?? "",
    appEndpoint: endpoint,
    eventKey,
    signingKey,
    capacity: 32,
    leaseSeconds: 30,
    retrySeconds: 1,
    transportRetrySeconds: 0.2,
    syncSeconds: 5,
    ...overrides,
  };
  let executor = store ? await startExecutor(settings, () => {}) : undefined;
  const sql = store ? postgres(store.url, { max: 2, onnotice: () => {} }) : undefined;
  if (sql) await waitUntil("the sync", async () => (await sql`select 1 from functions limit 1`).length > 0);
  else await fetch(endpoint, { method: "PUT" });
  const send = (kind: string, data: Record<string, unknown>, id?: string) =>
    app.inngest.send({ name: app.name(kind), data, ...(id ? { id } : {}) });
  const ask = (path: string, init: RequestInit = {}) =>
    fetch(`${baseUrl}${path}`, { ...init, headers: { authorization: `Bearer ${signingKey}`, ...init.headers } });
  const seen = (what: string, id: string) => app.seen.filter((record) => record.what === what && record.id === id);
  const runOf = async (sent: { ids: string[] }, wanted: string[] = ["Completed", "Failed", "Cancelled"]) =>
    waitUntil(`a run ${wanted.join(" or ")}`, async () => {
      const { data } = (await (await ask(`/v1/events/${sent.ids[0]}/runs`)).json()) as {
        data: { run_id: string; status: string; output: unknown }[];
      };
      return data.find((run) => wanted.includes(run.status));
    });
  return {
    ...{ app, appId, baseUrl, endpoint, settings, send, ask, seen, runOf, open, close, eventKey },
    /** The executor's own tables; not there when the suite runs against another server. */
    sql: sql as postgres.Sql,
    hear: (what: string, id: string, count = 1) =>
      waitUntil(`${what} of ${id}`, () => seen(what, id).length >= count && seen(what, id)),
    /** Leaves the database to executors that the test starts itself. */
    pauseExecutor: async () => {
      await executor?.stop();
      executor = undefined;
    },
    end: async () => {
      await executor?.stop();
      await close();
      await sql?.end();
      await store?.drop();
    },
  };
}
