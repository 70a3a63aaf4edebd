import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { fileURLToPath } from "node:url";
import postgres from "postgres";
import { freePort } from "../../start/free-port";

export const client = { id: "cccccccc-0000-4000-8000-000000000001", secret: "a secret for tests" };
/** Short enough to test quickly, long enough to see the time between; an id stays unless a test lets it change. */
export const quick = {
  moveDelayMs: 300,
  deliveryDelayMs: 50,
  lookupLagMs: 200,
  movedGoneMs: 200,
  replySettlesMs: 100,
  sentId: "stays",
};

export type Program = Awaited<ReturnType<typeof startProgram>>;

/** The stand-in as a process of its own on a database of its own. `restart` kills it without warning. @param env besides what it needs. */
export async function startProgram(env: Record<string, string> = {}) {
  const server = process.env.TEST_POSTGRES_URL ?? "postgres://postgres:postgres@127.0.0.1:5440/postgres";
  const name = `microsoft365_${randomBytes(6).toString("hex")}`;
  const admin = postgres(server, { max: 1, onnotice: () => {} });
  await admin.unsafe(`create database ${name}`);
  const port = await freePort(20_000 + Math.floor(Math.random() * 20_000));
  const url = `http://localhost:${port}`;
  const start = () => begin(port, server.replace(/\/[^/]*$/, `/${name}`), url, env);
  let child = await start();
  const call = async (method: string, path: string, body?: unknown) => {
    const answer = await fetch(`${url}/admin/${path}`, { method, ...(body ? { body: JSON.stringify(body) } : {}) });
    return answer.json();
  };
  await call("POST", "settings", quick);
  return {
    url,
    admin: call,
    restart: async () => {
      await ended(child, "SIGKILL");
      child = await start();
      await call("POST", "settings", quick);
    },
    stop: async () => {
      await ended(child, "SIGTERM");
      await admin.unsafe(`drop database ${name} with (force)`);
      await admin.end();
    },
  };
}

function begin(port: number, databaseUrl: string, url: string, env: Record<string, string>) {
  const built = "node_modules/.cache/countersign/microsoft365.mjs";
  // Built before the tests, see local/testing/build-programs.ts; others start it from its sources.
  const file = process.env.VITEST ? [built] : ["--import", "tsx", "local/microsoft365/main.ts"];
  const child = spawn(process.execPath, file, {
    cwd: fileURLToPath(new URL("../../..", import.meta.url)),
    stdio: ["ignore", "pipe", "inherit"],
    env: {
      ...process.env,
      PORT: String(port),
      PUBLIC_URL: url,
      DATABASE_URL: databaseUrl,
      MICROSOFT_CLIENT_ID: client.id,
      MICROSOFT_CLIENT_SECRET: client.secret,
      ...env,
    },
  });
  return new Promise<typeof child>((done, failed) => {
    child.stdout?.on("data", (text) => String(text).includes("ready") && done(child));
    child.once("exit", (code) => failed(new Error(`The stand-in ended with ${code}.`)));
  });
}

function ended(child: Awaited<ReturnType<typeof begin>>, signal: NodeJS.Signals) {
  return new Promise((done) => {
    child.once("exit", done);
    child.kill(signal);
  });
}
