import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { contoso, fabrikam } from "../../db/seed/demo-world";
import { serverUser } from "../postgres/binaries";
import { runningServer } from "../postgres/cluster";
import { freePort, isFree, isFreeForBoth, isRefusedByFetch } from "./free-port";

export const root = fileURLToPath(new URL("../..", import.meta.url)).replace(/\/$/, "");

type Kept = {
  secrets: Record<
    | "postgres"
    | "owner"
    | "app"
    | "system"
    | "session"
    | "token"
    | "actions"
    | "inngestEvent"
    | "inngestSigning"
    | "microsoft"
    | "admin",
    string
  >;
  ports: Record<"postgres" | "inngest" | "microsoft365" | "dns", number>;
};

export type Settings = Kept & { folder: string; port: number; appUrl: string };

/**
 * Where this launcher keeps its things, made where it is not there. Nobody else lists it, and what an earlier start left readable in it is
 * closed; only where PostgreSQL runs as another user does that user pass through it, to its data. A folder that holds nothing of ours yet keeps its mode.
 */
export function makeLocalFolder(): string {
  const folder = process.env.COUNTERSIGN_LOCAL_DIR ?? join(root, ".local");
  const made = mkdirSync(folder, { recursive: true, mode: 0o755 }) !== undefined;
  if (made || existsSync(join(folder, "settings.json"))) chmodSync(folder, serverUser().uid === undefined ? 0o700 : 0o711);
  for (const name of readdirSync(folder).filter((one) => /^[\w-]+\.(log|log\.old|pid|json)$/.test(one)))
    chmodSync(join(folder, name), 0o600);
  return folder;
}

/**
 * Secrets and ports, made once and kept readable by this user only.
 * @throws Error with one sentence when the app's port is taken.
 */
export async function readSettings(): Promise<Settings> {
  const folder = makeLocalFolder();
  const file = join(folder, "settings.json");
  const port = Number(process.env.PORT ?? 3000);
  if (isRefusedByFetch(port)) {
    throw new Error(`Browsers do not open port ${port}. Start on another one: PORT=${await freePort(port + 1)} npm start`);
  }
  if (!(await isFree(port))) {
    throw new Error(`Port ${port} is used by another program. Start on another one: PORT=${await freePort(port + 1)} npm start`);
  }
  const kept: Kept = existsSync(file)
    ? JSON.parse(readFileSync(file, "utf8"))
    : { secrets: makeSecrets(), ports: portsBeside(port) };
  for (const name of ["inngest", "microsoft365"] as const) kept.ports[name] = await freePort(kept.ports[name]);
  // What was kept before there was one has none.
  kept.secrets.actions ??= makeSecrets().actions;
  kept.ports.dns = await freePort(kept.ports.dns ?? portsBeside(port).dns, isFreeForBoth);
  // A server that a killed launcher left behind keeps its port; it is adopted.
  const server = startsPostgres() ? runningServer(join(folder, "postgres")) : null;
  kept.ports.postgres = server?.port ?? (await freePort(kept.ports.postgres));
  writeFileSync(file, JSON.stringify(kept, null, 2), { mode: 0o600 });
  return { ...kept, folder, port, appUrl: `http://localhost:${port}` };
}

/** Every port moves with the app's, so that two instances that start in the same moment do not take the same ones. */
function portsBeside(port: number): Kept["ports"] {
  const apart = Math.abs(port - 3000) % 20_000;
  return { postgres: 5433 + apart, inngest: 8288 + apart, microsoft365: 4105 + apart, dns: 6353 + apart };
}

function makeSecrets(): Kept["secrets"] {
  const hex = (bytes: number) => randomBytes(bytes).toString("hex");
  return {
    postgres: hex(16),
    owner: hex(16),
    app: hex(16),
    system: hex(16),
    session: hex(32),
    token: randomBytes(32).toString("base64"),
    actions: randomBytes(32).toString("base64"),
    inngestEvent: hex(16),
    inngestSigning: `signkey-local-${hex(32)}`,
    microsoft: hex(16),
    admin: hex(16),
  };
}

/** The settings of the app: what the environment names is kept, the rest points at the stand-ins. */
export function appEnvironment(
  settings: Settings,
  databases: { ownerUrl: string; appUrl: string; systemUrl: string },
): NodeJS.ProcessEnv {
  const { secrets, ports } = settings;
  const own: Record<string, string> = {
    APP_URL: settings.appUrl,
    NEXTAUTH_URL: process.env.APP_URL ?? settings.appUrl,
    DATABASE_URL: databases.ownerUrl,
    DATABASE_APP_URL: databases.appUrl,
    DATABASE_SYSTEM_URL: databases.systemUrl,
    SESSION_SECRET: secrets.session,
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: secrets.actions,
    TOKEN_KEYS: `k1:${secrets.token}`,
    INNGEST_DEV: "0",
    INNGEST_EVENT_KEY: secrets.inngestEvent,
    INNGEST_SIGNING_KEY: secrets.inngestSigning,
    INNGEST_SERVE_ORIGIN: `http://127.0.0.1:${settings.port}`,
  };
  if (startsInngest()) {
    own.INNGEST_BASE_URL = `http://127.0.0.1:${ports.inngest}`;
    own.INNGEST_CHECKPOINTS = "on";
  }
  if (startsMicrosoft()) {
    own.MICROSOFT_CLIENT_ID = "cccccccc-0000-4000-8000-000000000001";
    own.MICROSOFT_CLIENT_SECRET = secrets.microsoft;
    own.MICROSOFT_TENANTS = `${contoso.tenantId},${fabrikam.tenantId}`;
    own.MICROSOFT_STANDIN_URL = `http://localhost:${ports.microsoft365}`;
  }
  if (startsDns()) own.DNS_RESOLVERS = `127.0.0.1:${ports.dns}`;
  const all: Record<string, string | undefined> = { ...own, ...process.env, PORT: String(settings.port) };
  delete all.NODE_ENV;
  return all as NodeJS.ProcessEnv;
}

export function startsPostgres(): boolean {
  return !process.env.DATABASE_URL;
}
/** Inngest Cloud or a server of one's own is named by its keys. */
export function startsInngest(): boolean {
  return !process.env.INNGEST_SIGNING_KEY;
}
export function startsMicrosoft(): boolean {
  return !process.env.MICROSOFT_CLIENT_ID;
}
/** The demo's domains are in no zone of the world; who names resolvers, or has an organisation of their own, has real ones. */
export function startsDns(): boolean {
  return startsMicrosoft() && !process.env.DNS_RESOLVERS;
}
