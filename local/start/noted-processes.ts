import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isAlive } from "../postgres/cluster";

/** What a launcher started is noted in its folder, so that the next one can end what a killed launcher left running. */
const fileOf = (folder: string, name: string) => join(folder, `${name}.pid`);

export function noteProcess(folder: string, name: string, pid: number | undefined) {
  if (pid) writeFileSync(fileOf(folder, name), JSON.stringify({ pid, startedAt: startOf(pid) }), { mode: 0o600 });
}

export function forgetProcess(folder: string, name: string) {
  rmSync(fileOf(folder, name), { force: true });
}

/** Ends what an earlier launcher left running, and all that it started itself. @returns the names of what was ended. */
export async function endLeftBehind(folder: string, names: string[], limitMs = 10_000): Promise<string[]> {
  const left = names.flatMap((name) => {
    const pid = notedPid(folder, name);
    return pid ? [{ name, pid }] : [];
  });
  for (const { pid } of left) signalGroup(pid, "SIGTERM");
  const until = Date.now() + limitMs;
  while (Date.now() < until && left.some(({ pid }) => isAlive(pid))) await new Promise((done) => setTimeout(done, 50));
  for (const { pid, name } of left) {
    signalGroup(pid, "SIGKILL");
    forgetProcess(folder, name);
  }
  return left.map(({ name }) => name);
}

export function signalGroup(pid: number, signal: NodeJS.Signals) {
  try {
    process.kill(-pid, signal);
  } catch {
    // It ended between the look and the signal.
  }
}

/** Whether the process noted under this name still runs. */
export function runsStill(folder: string, name: string): boolean {
  return notedPid(folder, name) !== null;
}

/** The noted process if it still runs: an id is given again, so its start must be the same too. */
function notedPid(folder: string, name: string): number | null {
  if (!existsSync(fileOf(folder, name))) return null;
  try {
    const noted = JSON.parse(readFileSync(fileOf(folder, name), "utf8")) as { pid: number; startedAt: string };
    return isAlive(noted.pid) && noted.startedAt === startOf(noted.pid) ? noted.pid : null;
  } catch {
    // Half a file, written when the power went: nothing of that time runs any more.
    return null;
  }
}

/** When a process started, in whatever form the system tells it; "" when it does not. */
function startOf(pid: number): string {
  try {
    if (process.platform === "linux") {
      // Field 22; the second field is a name that may hold spaces and parentheses.
      return readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ")[19] ?? "";
    }
    return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    }).trim();
  } catch {
    return "";
  }
}
