import { chmodSync, cpSync, existsSync, mkdtempSync, readdirSync, rmSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { isAlive } from "../postgres/cluster";

const memory = "/dev/shm";
/** A run of all tests fills less than half of it. Some containers have 64 MB there. */
const enough = 4 * 2 ** 30;

/**
 * A folder for a server whose data end with the run: in memory where the machine lends some, for a database that is copied on a disk costs
 * twenty times as much, else among the temporary files. Another user may pass through it, as PostgreSQL's does.
 */
export function placeForTests(prefix: string): string {
  clearLeft(prefix);
  const folder = mkdtempSync(join(lendsMemory() ? memory : tmpdir(), `${prefix}${process.pid}-`));
  chmodSync(folder, 0o755);
  return folder;
}

function lendsMemory(): boolean {
  try {
    const { bavail, bsize } = statfsSync(memory);
    return bavail * bsize >= enough;
  } catch {
    return false;
  }
}

/** What runs that were killed have left in memory. */
function clearLeft(prefix: string) {
  if (!existsSync(memory)) return;
  for (const name of readdirSync(memory).filter((one) => one.startsWith(prefix))) {
    const pid = Number.parseInt(name.slice(prefix.length), 10);
    if (pid > 0 && !isAlive(pid)) rmSync(join(memory, name), { recursive: true, force: true });
  }
}

/** Removes such a folder. @param keepLogs leaves its logs on the disk. @returns where they are. */
export function clearPlace(folder: string, keepLogs = false): string {
  const kept = join(tmpdir(), basename(folder));
  if (keepLogs && kept !== folder)
    for (const log of readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".log")))
      cpSync(join(folder, log), join(kept, log));
  if (!keepLogs || kept !== folder) rmSync(folder, { recursive: true, force: true });
  return kept;
}
