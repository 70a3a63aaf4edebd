import { env } from "../../env/env";

/** `executor`: the one `npm start` brings. `development`: Inngest's own, with unsigned calls. */
export type ServerKind = "executor" | "server" | "cloud" | "development";
export type Server = { kind: ServerKind; address: string; answers: boolean | null };

const patienceMs = 2000;

/**
 * Which server the app's events go to, without what is secret in its address, and whether anything answers there now: null for Inngest
 * Cloud, which is not asked. Takes two seconds at most and never throws.
 */
export async function describeServer(): Promise<Server> {
  const { INNGEST_BASE_URL, INNGEST_DEV } = env();
  if (!INNGEST_BASE_URL) return { kind: "cloud", address: "Inngest Cloud, inn.gs", answers: null };
  // The origin alone: user, password, path and query may be secrets.
  const address = new URL(INNGEST_BASE_URL).origin;
  const [health, own] = await Promise.all([ask(`${address}/health`), ask(`${address}/dev`)]);
  const isExecutor = (own?.body as { version?: unknown } | undefined)?.version === "local";
  const isDevelopment = INNGEST_DEV !== undefined && !["", "0", "false"].includes(INNGEST_DEV);
  return {
    kind: isExecutor ? "executor" : isDevelopment ? "development" : "server",
    address,
    answers: health !== null && health.status < 500,
  };
}

async function ask(url: string): Promise<{ status: number; body: unknown } | null> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(patienceMs), redirect: "manual" });
    return { status: answer.status, body: await answer.json().catch(() => undefined) };
  } catch {
    return null;
  }
}
