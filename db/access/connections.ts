import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import * as schema from "../schema/schema";

/** The two pools. A module may be loaded several times in one process, so they hang on globalThis. */
type Pools = { app: Database; system: Database; close: () => Promise<void> };
export type Database = ReturnType<typeof connect>["db"];
export type Transaction = Parameters<Parameters<Database["transaction"]>[0]>[0];

const key = Symbol.for("countersign.pools");
const shared = globalThis as unknown as Record<symbol, Pools | undefined>;

/** Opens both pools; called once, at the start of the process, with validated addresses. */
export function openPools(urls: { app: string; system: string }, max = { app: 12, system: 4 }) {
  if (shared[key]) return;
  const app = connect(urls.app, max.app);
  const system = connect(urls.system, max.system);
  shared[key] = {
    app: app.db,
    system: system.db,
    close: async () => {
      shared[key] = undefined;
      await Promise.all([app.client.end({ timeout: 3 }), system.client.end({ timeout: 3 })]);
    },
  };
}

export async function closePools() {
  await shared[key]?.close();
}

export function pools(): Pools {
  const open = shared[key];
  if (!open) throw new Error("The database pools are not open yet: call openPools first.");
  return open;
}

function connect(url: string, max: number) {
  // A statement that runs for a minute holds locks that sending waits for.
  const client = postgres(url, { max, onnotice: () => {}, connection: { statement_timeout: 60_000 } });
  return { client, db: drizzle(client, { schema }) };
}
