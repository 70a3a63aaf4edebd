import { execFileSync, spawn } from "node:child_process";
import { chownSync, closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import postgres from "postgres";
import { isFree } from "../start/free-port";
import { trimLog } from "../start/trim-log";
import { findBinaries, type RunAs, serverUser } from "./binaries";
import { moveData, placeData } from "./place-data";

export type Cluster = { port: number; superuserUrl: string; data: string; log: string; stop: () => Promise<void> };

const startLimitMs = 60_000;
/** What a killed server left behind may hold its memory for a moment; then a start is refused. */
const tries = 5;
const stopLimitMs = 5000;

/**
 * PostgreSQL from the npm package, its data in `folder` (or in /var/lib/countersign when the server's user cannot reach it).
 * A server that a killed launcher left behind is adopted. A lock that a crash left behind is the server's own business: it looks whether
 * anybody still uses the data. Only where its process id was given to another program meanwhile is the lock removed.
 */
export async function startCluster(
  folder: string,
  password: string,
  port: number,
  settings: Record<string, string> = {},
): Promise<Cluster> {
  const runAs = serverUser();
  const left = runningServer(folder);
  const data = left ? placeData(folder) : moveData(folder);
  const binaries = findBinaries();
  if (!existsSync(join(data, "PG_VERSION"))) initialise(binaries.initdb, data, password, runAs);
  const url = (used: number) => `postgres://postgres:${encodeURIComponent(password)}@127.0.0.1:${used}/postgres`;
  const logFile = `${data}.log`;
  const cluster = (used: number) => ({ port: used, superuserUrl: url(used), data, log: logFile, stop: () => stopServer(data) });
  if (left) {
    await untilReady(url(left.port), () => !leftBehind(data), logFile);
    return cluster(left.port);
  }
  const stale = readPid(data);
  if (stale && isAlive(stale.pid)) rmSync(join(data, "postmaster.pid"), { force: true });
  const all = {
    listen_addresses: "127.0.0.1",
    port: String(port),
    max_connections: "200",
    unix_socket_directories: "",
    ...settings,
  };
  const options = ["-D", data, ...Object.entries(all).flatMap(([name, value]) => ["-c", `${name}=${value}`])];
  for (let attempt = 1; ; attempt += 1) {
    trimLog(logFile);
    // It quotes statements that failed, and with them what people wrote.
    const log = openSync(logFile, "a", 0o600);
    // Detached: the terminal's Ctrl-C reaches the whole group, and the database must be the last to go.
    const server = spawn(binaries.postgres, options, { ...runAs, detached: true, stdio: ["ignore", log, log], cwd: data });
    closeSync(log);
    server.unref();
    try {
      await untilReady(url(port), () => server.exitCode !== null || server.signalCode !== null, logFile);
      return cluster(port);
    } catch (error) {
      if (attempt === tries || !(await isFree(port))) throw error;
      await new Promise((done) => setTimeout(done, 1000));
    }
  }
}

/** The process and port of the server that runs on these data, if one does. */
export function runningServer(folder: string): { pid: number; port: number } | null {
  return leftBehind(placeData(folder));
}

function initialise(initdb: string, data: string, password: string, runAs: RunAs) {
  rmSync(data, { recursive: true, force: true });
  mkdirSync(data, { recursive: true, mode: 0o700 });
  const secret = `${data}.password`;
  rmSync(secret, { force: true });
  writeFileSync(secret, password, { mode: 0o600 });
  if (runAs.uid !== undefined) for (const path of [data, secret]) chownSync(path, runAs.uid, runAs.gid);
  try {
    execFileSync(
      initdb,
      ["-D", data, "-U", "postgres", `--pwfile=${secret}`, "--auth=scram-sha-256", "--encoding=UTF8", "--locale=C"],
      {
        ...runAs,
        cwd: data,
        stdio: ["ignore", "ignore", "pipe"],
      },
    );
  } finally {
    rmSync(secret, { force: true });
  }
}

async function untilReady(url: string, hasEnded: () => boolean, log: string) {
  const until = Date.now() + startLimitMs;
  while (Date.now() < until && !hasEnded()) {
    const sql = postgres(url, { max: 1, connect_timeout: 2, onnotice: () => {} });
    const ready = await sql`select 1`.then(
      () => true,
      () => false,
    );
    await sql.end({ timeout: 1 });
    if (ready) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`PostgreSQL did not start. Its last words are in ${log}.`);
}

function readPid(data: string): { pid: number; port: number } | null {
  const file = join(data, "postmaster.pid");
  if (!existsSync(file)) return null;
  const lines = readFileSync(file, "utf8").split("\n");
  return { pid: Number(lines[0]), port: Number(lines[3]) };
}

function leftBehind(data: string) {
  const found = readPid(data);
  return found && isAlive(found.pid) && isPostgres(found.pid) ? found : null;
}

/** A process id is given again after a reboot; only a real server may be adopted. */
function isPostgres(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("postgres");
  } catch {
    return process.platform !== "linux";
  }
}

async function stopServer(data: string) {
  const found = leftBehind(data);
  if (!found) return;
  // SIGINT: end all connections and shut down cleanly.
  signal(found.pid, "SIGINT");
  const until = Date.now() + stopLimitMs;
  while (isAlive(found.pid) && Date.now() < until) await new Promise((done) => setTimeout(done, 50));
  if (isAlive(found.pid)) signal(found.pid, "SIGQUIT");
}

/** Ends the server that runs on these data, whoever started it. */
export function stopRunningServer(folder: string): Promise<void> {
  return stopServer(placeData(folder));
}

/** For tests: sends a signal to the server and, where it cannot pass it on, to all its processes. */
export function signalServer(folder: string, name: NodeJS.Signals) {
  const found = runningServer(folder);
  if (!found) return;
  // The server leads a group of its own only where it was started as such; its backends stand beside it.
  for (const pid of name === "SIGKILL" ? [found.pid] : [found.pid, ...backendsOf(found.pid)]) signal(pid, name);
}

function backendsOf(pid: number): number[] {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim().split(" ").filter(Boolean).map(Number);
  } catch {
    return [];
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

function signal(pid: number, name: NodeJS.Signals) {
  try {
    process.kill(pid, name);
  } catch {
    // It ended between the look and the signal.
  }
}
