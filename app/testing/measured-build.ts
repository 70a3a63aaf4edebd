import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

const sources = [
  "app",
  "lib",
  "db",
  "inngest",
  "drizzle",
  "public",
  "package.json",
  "next.config.ts",
  "tsconfig.json",
  "instrumentation.ts",
  "start-server.ts",
  "proxy.ts",
];

export type MeasuredBuild = { url: string; stop: () => Promise<void> };

/**
 * The product's own build with some pages more, which are there to be measured and in no build that anybody uses: made from a copy of the sources in
 * the launcher's folder, and served. @param pages their text by their place under app. @param environment the app's settings, and what a program needs to run.
 */
export async function serveMeasuredBuild(
  pages: Record<string, string>,
  environment: Record<string, string | undefined>,
): Promise<MeasuredBuild> {
  const folder = newFolder();
  for (const name of sources)
    cpSync(join(root, name), join(folder, name), { recursive: true, filter: (path) => !/\.(test|spec)\.tsx?$/.test(path) });
  for (const [path, text] of Object.entries(pages)) {
    mkdirSync(dirname(join(folder, "app", path)), { recursive: true });
    writeFileSync(join(folder, "app", path), text);
  }
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const env = {
    ...environment,
    APP_URL: url,
    NEXTAUTH_URL: url,
    PORT: String(port),
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
  } as NodeJS.ProcessEnv;
  const next = (...command: string[]) =>
    spawn(process.execPath, [join(root, "node_modules/next/dist/bin/next"), ...command], {
      cwd: folder,
      env,
      stdio: ["ignore", "pipe", "pipe"],
    });
  await ended(next("build"));
  const server = next("start", "-H", "127.0.0.1", "-p", String(port));
  const said: string[] = [];
  for (const stream of [server.stdout, server.stderr]) stream?.on("data", (part) => said.push(String(part)));
  for (let tries = 0; (await fetch(`${url}/sign-in`).catch(() => null))?.ok !== true; tries += 1) {
    if (tries > 240 || server.exitCode !== null) throw new Error(`The build does not answer:\n${said.join("").slice(-2000)}`);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  const stop = async () => {
    const over = new Promise((resolve) => server.once("exit", resolve));
    server.kill("SIGTERM");
    await over;
    rmSync(folder, { recursive: true, force: true });
  };
  return { url, stop };
}

/** @throws Error with what it said, where it fails. */
async function ended(child: ChildProcess) {
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (part) => said.push(String(part)));
  const code = await new Promise((resolve) => child.once("close", resolve));
  if (code !== 0) throw new Error(`The build failed:\n${said.join("").slice(-4000)}`);
}

/** Beside the packages, so that the copy finds them. */
function newFolder(): string {
  mkdirSync(join(root, ".local"), { recursive: true });
  return mkdtempSync(join(root, ".local", "measured-"));
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
