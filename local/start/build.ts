import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { keepFormerStatic } from "./former-static";
import { forgetProcess, noteProcess, runsStill } from "./noted-processes";
import { root } from "./settings";

const sources = [
  "app",
  "lib",
  "db",
  "inngest",
  "public",
  "package-lock.json",
  "next.config.ts",
  "tsconfig.json",
  "instrumentation.ts",
  "start-server.ts",
  "proxy.ts",
];

const output = join(root, ".next");
const serving = (port: number | string) => `serving-${port}`;

/** Notes that this process serves the build, until the returned function is called. */
export function noteServing(port: number): () => void {
  noteProcess(output, serving(port), process.pid);
  return () => forgetProcess(output, serving(port));
}

/** A build takes the server's files of the one before away, and with them every page that is open. */
function refuseUnderFeet() {
  const notes = existsSync(output) ? readdirSync(output) : [];
  const ports = notes.flatMap((name) => /^serving-(\d+)\.pid$/.exec(name)?.[1] ?? []);
  const port = ports.find((one) => runsStill(output, serving(one)));
  if (port) {
    throw new Error(
      `Sources changed since the build that Countersign serves on port ${port} from this folder. Stop it there with Ctrl-C, then start this again.`,
    );
  }
}

/** Builds when a source changed since the last build. @returns whether it built. @throws Error when it fails or is broken off. */
export async function buildWhenChanged(environment: NodeJS.ProcessEnv, broken: AbortSignal): Promise<boolean> {
  const stamp = join(output, "countersign-sources");
  const now = hashOf(sources.map((name) => join(root, name)));
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === now) return false;
  refuseUnderFeet();
  const former = keepFormerStatic(output, new Date());
  await new Promise<void>((done, fail) => {
    const said: string[] = [];
    const child = spawn(process.execPath, [join(root, "node_modules/next/dist/bin/next"), "build"], {
      cwd: root,
      env: {
        ...environment,
        NODE_ENV: "production",
        COUNTERSIGN_BUILD: environment.COUNTERSIGN_BUILD || now.slice(0, 20),
        NEXT_TELEMETRY_DISABLED: "1",
      },
      stdio: ["ignore", "pipe", "pipe"],
      signal: broken,
    });
    child.once("error", fail);
    child.stdout.on("data", (part) => said.push(String(part)));
    child.stderr.on("data", (part) => said.push(String(part)));
    child.once("exit", (code) => (code === 0 ? done() : fail(new Error(`The build failed:\n${said.join("").slice(-4000)}`))));
  });
  former.putBack();
  writeFileSync(stamp, now);
  return true;
}

function hashOf(paths: string[]): string {
  const hash = createHash("sha256");
  for (const path of paths.filter((one) => existsSync(one))) {
    for (const file of filesOf(path)) hash.update(file.slice(root.length)).update(readFileSync(file));
  }
  return hash.digest("hex");
}

function filesOf(path: string): string[] {
  try {
    return readdirSync(path, { withFileTypes: true })
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .flatMap((entry) => (/\.(test|spec)\.tsx?$/.test(entry.name) ? [] : filesOf(join(path, entry.name))));
  } catch {
    return [path];
  }
}
