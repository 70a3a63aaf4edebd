import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";

export type StandIn = { url: string; clientId: string; clientSecret: string; stop: () => Promise<void> };

/**
 * The real Microsoft 365 stand-in as a process of its own, on a database of its own. @param databaseUrl an empty database.
 * @param sentId whether a draft's id "stays" or "changes" when it is sent.
 */
export async function startStandIn(databaseUrl: string, path: string, sentId = "stays"): Promise<StandIn> {
  const port = await freePort();
  const settings = { clientId: "cccccccc-0000-4000-8000-000000000001", clientSecret: randomBytes(12).toString("hex") };
  const root = fileURLToPath(new URL("../../../..", import.meta.url));
  // Built before the tests, see local/testing/build-programs.ts.
  const child = spawn(process.execPath, ["node_modules/.cache/countersign/microsoft365.mjs"], {
    cwd: root,
    stdio: ["ignore", "pipe", "inherit"],
    env: {
      PATH: path,
      PORT: String(port),
      DATABASE_URL: databaseUrl,
      MICROSOFT_CLIENT_ID: settings.clientId,
      MICROSOFT_CLIENT_SECRET: settings.clientSecret,
      STAND_IN_SENT_ID: sentId,
    } as unknown as NodeJS.ProcessEnv,
  });
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on("data", (text) => String(text).includes("ready") && resolve());
    child.once("exit", (code) => reject(new Error(`The stand-in ended with ${code}.`)));
  });
  return { url: `http://localhost:${port}`, ...settings, stop: () => stop(child) };
}

/** Lets a person sign in and consent as the pages of the stand-in do. @returns the address it leads back to. */
export async function consentAs(authorizeUrl: string, person: string, answer = "accept"): Promise<URL> {
  const url = new URL(authorizeUrl);
  const fields = new URLSearchParams(url.searchParams);
  fields.set("person", person);
  const post = (path: string) => fetch(`${url.origin}${path}`, { method: "POST", body: fields, redirect: "manual" });
  const picked = await post(url.pathname);
  if (picked.status >= 300) return new URL(picked.headers.get("location") ?? "");
  fields.set("answer", answer);
  const given = await post(url.pathname.replace(/authorize$/, "consent"));
  return new URL(given.headers.get("location") ?? "");
}

function stop(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once("exit", () => resolve());
    child.kill("SIGTERM");
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
