import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isAlive } from "../postgres/cluster";

/**
 * One launcher a folder. A lock whose holder is gone is taken over.
 * @throws Error with one sentence when another launcher runs here.
 */
export function takeLock(folder: string): () => void {
  const file = join(folder, "launcher.pid");
  if (existsSync(file)) {
    const holder = Number(readFileSync(file, "utf8"));
    if (holder !== process.pid && holder > 0 && isAlive(holder) && isLauncher(holder)) {
      throw new Error(
        `Countersign is running here already (process ${holder}). Stop it with Ctrl-C in its window, or: kill ${holder}`,
      );
    }
  }
  writeFileSync(file, String(process.pid), { mode: 0o600 });
  return () => rmSync(file, { force: true });
}

/** A process id is given again after a reboot. */
function isLauncher(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("local/start/main");
  } catch {
    return process.platform !== "linux";
  }
}
