import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import * as schema from "../schema/schema";
import { isForSending } from "./for-sending";

/** Of each role one pool for pages and what people do, and one for the job runner: however many watch, mail does not wait for a connection. */
type Pools = { app: Database; system: Database; close: () => Promise<void> };
export type Database = ReturnType<typeof connect>["db"];
export type Transaction = Parameters<Parameters<Database["transaction"]>[0]>[0];
type Kind = "pages" | "sending";
type Sizes = { app: number; system: number };

/** A module may be loaded several times in one process, so they hang on globalThis. */
const key = Symbol.for("countersign.pools");
const shared = globalThis as unknown as Record<symbol, (Record<Kind, Pools> & { close: () => Promise<void> }) | undefined>;

/** Of the system's role, beside what the settings give the app's. */
export const systemConnections = { pages: 3, sending: 2 };

/** Told of each statement's text and the types of its parameters, as PostgreSQL numbers them (0: not said); never of a value. */
export type WatchStatements = (role: "app" | "system", text: string, types: number[]) => void;

/** Opens all pools; called once, at the start of the process, with validated addresses. Without `sending` the job runner shares those of the pages. */
export function openPools(
  urls: { app: string; system: string },
  sizes: { pages: Sizes; sending?: Sizes },
  watch?: WatchStatements,
) {
  if (shared[key]) return;
  const pages = openKind("pages", urls, sizes.pages, watch);
  const sending = sizes.sending ? openKind("sending", urls, sizes.sending, watch) : pages;
  shared[key] = {
    pages,
    sending,
    close: async () => {
      shared[key] = undefined;
      await Promise.all([pages.close(), ...(sending === pages ? [] : [sending.close()])]);
    },
  };
}

export async function closePools() {
  await shared[key]?.close();
}

/** Those of the work that is going on: the job runner's, or a page's. */
export function pools(): Pools {
  const open = shared[key];
  if (!open) throw new Error("The database pools are not open yet: call openPools first.");
  return open[isForSending() ? "sending" : "pages"];
}

function openKind(kind: Kind, urls: { app: string; system: string }, sizes: Sizes, watch?: WatchStatements): Pools {
  const app = connect(urls.app, kind, sizes.app, watch && ((text, types) => watch("app", text, types)));
  const system = connect(urls.system, kind, sizes.system, watch && ((text, types) => watch("system", text, types)));
  return {
    app: app.db,
    system: system.db,
    close: async () => {
      await Promise.all([app.client.end({ timeout: 3 }), system.client.end({ timeout: 3 })]);
    },
  };
}

function connect(url: string, kind: Kind, max: number, watch?: (text: string, types: number[]) => void) {
  const debug = watch && ((_: number, text: string, __: unknown[], types: number[]) => watch(text, types));
  // A statement that runs for a minute holds locks that sending waits for.
  const connection = { statement_timeout: 60_000, application_name: `countersign ${kind}` };
  const client = postgres(url, { max, debug, onnotice: () => {}, connection });
  return { client, db: drizzle(client, { schema }) };
}
