import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";

/**
 * Starts a TypeScript file of this folder as a process of its own, with arguments for Node, and waits for the line `ready`.
 * @throws Error with its last words.
 */
export async function startProgram(file: string, env: Record<string, string>, node: string[] = []): Promise<ChildProcess> {
  const child = spawn(process.execPath, [...node, ...entryOf(file)], {
    env: { PATH: process.env.PATH, NODE_ENV: "production", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let words = "";
  await new Promise<void>((resolve, reject) => {
    const hear = (text: Buffer) => {
      words = (words + text).slice(-4000);
      if (words.includes("ready\n")) resolve();
    };
    child.stdout?.on("data", hear);
    child.stderr?.on("data", hear);
    child.once("exit", () => reject(new Error(`${file} ended: ${words}`)));
  });
  if (process.env.EXECUTOR_TEST_SHOW) child.stderr?.pipe(process.stderr);
  return child;
}

/** The executor is built before the tests, see local/testing/build-programs.ts. */
function entryOf(file: string): string[] {
  const pathOf = (name: string) => fileURLToPath(new URL(name, import.meta.url));
  if (process.env.VITEST && file === "../main.ts") return [pathOf("../../../node_modules/.cache/countersign/inngest.mjs")];
  return ["--import", "tsx", pathOf(file)];
}

/** Ends a program that `startProgram` started, and waits for it. */
export async function endProgram(child: ChildProcess, signal: NodeJS.Signals = "SIGTERM") {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill(signal);
  await ended;
}

/** A port that nothing listens on. */
export async function findPort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => (address && typeof address === "object" ? resolve(address.port) : reject(new Error("No port."))));
    });
  });
}
