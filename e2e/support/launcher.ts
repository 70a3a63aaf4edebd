import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "@playwright/test";
import { freePort } from "../../local/start/free-port";

const root = fileURLToPath(new URL("../..", import.meta.url));

export type Launcher = {
  folder: string;
  port: number;
  /** Types into its terminal: "\u0003" is Ctrl-C. */
  type: (keys: string) => void;
  /** Closes its terminal, as the window's cross does. */
  hangUp: () => void;
  said: () => string;
  /** Until its output holds the text. @throws Error with what it said, after the limit or when it ends before. */
  until: (text: string, limitMs?: number) => Promise<void>;
  /** Until the command ended; its exit code. */
  ended: Promise<number | null>;
};

/** PostgreSQL's user passes through it, so that the data go with it at the end. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "countersign-launcher-"));
  chmodSync(folder, 0o755);
  return folder;
}

export const forgetFolder = (folder: string) => rmSync(folder, { recursive: true, force: true });
export const newPort = () => freePort(3600 + Math.floor(Math.random() * 300));

/** `npm start` as a person runs it: in a terminal of its own, which `script` provides. */
export function startLauncher(folder: string, port: number): Launcher {
  const child: ChildProcess = spawn("script", ["-qec", "npm start", "/dev/null"], {
    cwd: root,
    env: { ...process.env, COUNTERSIGN_LOCAL_DIR: folder, PORT: String(port), NODE_OPTIONS: "" },
    stdio: ["pipe", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (part) => (output += String(part)));
  let code: number | null | undefined;
  const ended = new Promise<number | null>((done) =>
    child.once("close", (status) => {
      code = status;
      done(status);
    }),
  );
  return {
    folder,
    port,
    type: (keys) => child.stdin?.write(keys),
    hangUp: () => child.kill("SIGKILL"),
    said: () => output,
    ended,
    until: async (text, limitMs = 120_000) => {
      await expect.poll(() => output.includes(text) || code !== undefined, { timeout: limitMs, intervals: [50] }).toBe(true);
      expect(output, "what it said before it ended").toContain(text);
    },
  };
}

/** Every process that was started for this folder and still runs: its id and its command. */
export function processesOf(folder: string): string[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        if (!readFileSync(`/proc/${pid}/environ`, "utf8").includes(folder)) return [];
        const command = readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim();
        return command === "" ? [] : [`${pid} ${command}`];
      } catch {
        return [];
      }
    });
}
