import { type ChildProcess, spawn } from "node:child_process";
import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { forgetProcess, noteProcess, signalGroup } from "./noted-processes";
import { trimLog } from "./trim-log";

/** `signal` is for tests of what comes after: SIGKILL ends it without a warning, and it starts again. */
export type Child = {
  name: string;
  /** Asks it to end, and ends it after the limit. @returns its exit code; null where a signal ended it, or it ran no more. */
  stop: (limitMs?: number) => Promise<number | null>;
  /** Starts it again after `stop`. */
  start: () => void;
  signal: (signal: NodeJS.Signals) => void;
  /** How often it ended by itself. */
  endings: () => number;
};

const longestWaitMs = 15_000;
/** As Docker does. The app breaks off what takes longer than 8 s (lib/live/stop-in-time.ts). */
const stopLimitMs = 10_000;

/**
 * Keeps one program running: when it ends by itself it is started again, a little later each time.
 * What it prints goes to `<folder>/<name>.log`.
 */
export function keepRunning(
  name: string,
  folder: string,
  command: string[],
  options: { cwd: string; env: NodeJS.ProcessEnv },
  say: (sentence: string) => void,
): Child {
  let child: ChildProcess | undefined;
  let stopping = false;
  let waitMs = 500;
  let endings = 0;
  const file = join(folder, `${name}.log`);
  trimLog(file);
  const log = createWriteStream(file, { flags: "a", mode: 0o600 });
  const start = () => {
    const started = Date.now();
    // Detached: the terminal's Ctrl-C must not reach it before its turn in the order of stopping.
    const [program = "", ...rest] = command;
    child = spawn(program, rest, { ...options, detached: true, stdio: ["ignore", "pipe", "pipe"] });
    noteProcess(folder, name, child.pid);
    child.stdout?.pipe(log, { end: false });
    child.stderr?.pipe(log, { end: false });
    child.once("exit", () => {
      if (stopping) return;
      endings += 1;
      if (Date.now() - started > 60_000) waitMs = 500;
      say(`${name} ended by itself; it starts again. Its last words are in ${file}.`);
      setTimeout(() => !stopping && start(), waitMs);
      waitMs = Math.min(waitMs * 2, longestWaitMs);
    });
  };
  start();
  return {
    name,
    endings: () => endings,
    signal: (signal) => {
      waitMs = 500;
      if (child?.pid) signalGroup(child.pid, signal);
    },
    start: () => {
      if (!stopping) return;
      stopping = false;
      waitMs = 500;
      start();
    },
    stop: async (limitMs = stopLimitMs) => {
      stopping = true;
      const running = child;
      const { pid } = running ?? {};
      if (!running || !pid || running.exitCode !== null || running.signalCode !== null) {
        forgetProcess(folder, name);
        return null;
      }
      const ended = new Promise<void>((done) => running.once("exit", () => done()));
      signalGroup(pid, "SIGTERM");
      const timer = setTimeout(() => signalGroup(pid, "SIGKILL"), limitMs);
      await ended;
      clearTimeout(timer);
      forgetProcess(folder, name);
      return running.exitCode;
    },
  };
}

/**
 * Waits until the child answers at `url`, or the start is broken off.
 * @throws Error with one sentence after the limit, or when the child ends again and again: another program may answer in its place.
 */
export async function untilAnswers(child: Child, url: string, folder: string, broken: AbortSignal, limitMs = 60_000) {
  const until = Date.now() + limitMs;
  const { name } = child;
  const before = child.endings();
  while (Date.now() < until && !broken.aborted && child.endings() < before + 3) {
    // A child whose port was taken needs a moment to notice.
    if (child.endings() > before) await new Promise((done) => setTimeout(done, 1000));
    const answer = await fetch(url, { redirect: "manual", signal: AbortSignal.timeout(5000) }).catch(() => null);
    if (answer && answer.status < 500) return;
    await new Promise((done) => setTimeout(done, 150));
  }
  throw new Error(`${name} does not start, or does not answer at ${url}. Its last words are in ${join(folder, `${name}.log`)}.`);
}
