import { execFileSync, spawn } from "node:child_process";
import { chownSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import postgres from "postgres";
import { findBinaries, isReachable, type RunAs, serverUser } from "./binaries";

export type Cluster = { port: number; superuserUrl: string; data: string; stop: () => Promise<void> };

const startLimitMs = 60_000;
const stopLimitMs = 5000;

/**
 * PostgreSQL from the npm package, its data in `folder` (or under /var/tmp when the server's user cannot reach it).
 * A server that a killed launcher left behind is adopted; a lock that a crash left behind is removed.
 */
export async function startCluster(
  folder: string,
  password: string,
  port: number,
  settings: Record<string, string> = {},
): Promise<Cluster> {
  const runAs = serverUser();
  const data = "uid" in runAs && !isReachable(folder) ? join("/var/tmp", `countersign${folder.replace(/[^\w]+/g, "-")}`) : folder;
  const binaries = findBinaries();
  if (!existsSync(join(data, "PG_VERSION"))) initialise(binaries.initdb, data, password, runAs);
  const left = leftBehind(data);
  const url = (used: number) => `postgres://postgres:${encodeURIComponent(password)}@127.0.0.1:${used}/postgres`;
  if (left) return { port: left.port, superuserUrl: url(left.port), data, stop: () => stopServer(data) };
  rmSync(join(data, "postmaster.pid"), { force: true });
  const all = {
    listen_addresses: "127.0.0.1",
    port: String(port),
    max_connections: "200",
    unix_socket_directories: "",
    ...settings,
  };
  const log = openSync(join(dirname(data), "postgres.log"), "a");
  // Detached: the terminal's Ctrl-C reaches the whole group, and the database must be the last to go.
  const server = spawn(
    binaries.postgres,
    ["-D", data, ...Object.entries(all).flatMap(([name, value]) => ["-c", `${name}=${value}`])],
    {
      ...runAs,
      detached: true,
      stdio: ["ignore", log, log],
      cwd: data,
    },
  );
  server.unref();
  await untilReady(url(port), () => server.exitCode !== null, join(dirname(data), "postgres.log"));
  return { port, superuserUrl: url(port), data, stop: () => stopServer(data) };
}

function initialise(initdb: string, data: string, password: string, runAs: RunAs) {
  rmSync(data, { recursive: true, force: true });
  mkdirSync(data, { recursive: true, mode: 0o700 });
  const secret = join(tmpdir(), `countersign-pw-${process.pid}`);
  writeFileSync(secret, password, { mode: 0o600 });
  if ("uid" in runAs) for (const path of [data, secret]) chownSync(path, runAs.uid, runAs.gid);
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
