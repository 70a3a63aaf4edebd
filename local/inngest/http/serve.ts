import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type Server } from "node:http";
import { readRegistration } from "../protocol/pull-sync";
import { isAuthorized, isEqual } from "../protocol/sign";
import { saveFunctions } from "../store/functions";
import { insertEvents } from "../store/insert-events";
import { isPassing } from "../store/open-store";
import { readRecords } from "./read-records";
import { readIncoming } from "./receive-events";
import { Refusal, type Reply, readJson, type Served, writeReply } from "./respond";
import { takeCheckpoint, takeCheckpoints } from "./take-checkpoint";

const largestEvents = 32 * 1024 * 1024;
const largestRegistration = 4 * 1024 * 1024;

/** Inngest's HTTP surface. @throws Error when the port is taken. */
export async function serve(served: Served): Promise<Server> {
  const server = createServer((request, response) => {
    answer(request, served)
      .catch((error: unknown): Reply => {
        if (error instanceof Refusal) return { status: error.status, body: { status: error.status, error: error.message } };
        if (!isPassing(error)) served.warn(error instanceof Error ? error.message : String(error));
        return { status: 503, body: { status: 503, error: "The executor could not reach its database; try again." } };
      })
      .then((reply) => writeReply(response, reply))
      .catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(served.settings.port, served.settings.host, resolve);
  });
  return server;
}

async function answer(request: IncomingMessage, served: Served): Promise<Reply> {
  const url = new URL(request.url ?? "/", "http://executor");
  const method = request.method ?? "GET";
  const key = /^\/e\/([^/]+)$/.exec(url.pathname)?.[1];
  if (key !== undefined && method === "POST") return receive(request, decodeURIComponent(key), served);
  if (url.pathname === "/fn/register" && (method === "POST" || method === "PUT")) return register(request, served);
  if (url.pathname === "/health") return { status: 200, body: { status: 200, message: "OK" } };
  if (url.pathname === "/dev") return { status: 200, body: { version: "local", functions: [], handlers: [] } };
  if (url.pathname.startsWith("/v1/")) {
    if (!isAuthorized(request.headers.authorization, served.settings.signingKey))
      throw new Refusal(401, "The signing key is missing or wrong.");
    if (method === "POST" && /^\/v1\/checkpoint\/[^/]+\/async$/.test(url.pathname)) return takeCheckpoint(request, served);
    if (method === "POST" && url.pathname === "/v1/checkpoints") return takeCheckpoints(request, served);
    return readRecords(method, url, served);
  }
  throw new Refusal(404, "There is nothing at this address.");
}

async function receive(request: IncomingMessage, key: string, { settings, sql, wake }: Served): Promise<Reply> {
  if (!isEqual(key, settings.eventKey)) throw new Refusal(401, "Event key not found");
  const events = readIncoming(await readJson(request, largestEvents));
  const seed = request.headers["x-inngest-event-id-seed"];
  const ids = events.length > 0 ? await insertEvents(sql, events, typeof seed === "string" ? seed : undefined, new Date()) : [];
  wake();
  return { status: 200, body: { ids, status: 200 } };
}

async function register(request: IncomingMessage, { settings, sql, wake }: Served): Promise<Reply> {
  if (!isAuthorized(request.headers.authorization, settings.signingKey))
    throw new Refusal(401, "The signing key is missing or wrong.");
  const body = (await readJson(request, largestRegistration)) as { appName?: unknown; url?: unknown; functions?: unknown } | null;
  if (!body || !Array.isArray(body.functions)) throw new Refusal(400, "The registration has no list of functions.");
  const appId = String(body.appName ?? body.url ?? "app");
  const modified = await saveFunctions(sql, toRegistration(appId, String(body.url ?? ""), body.functions));
  wake();
  return { status: 200, body: { ok: true, modified, sync_id: randomUUID(), app_id: appId } };
}

function toRegistration(appId: string, url: string, functions: unknown[]) {
  try {
    return readRegistration(appId, url, functions);
  } catch (error) {
    throw new Refusal(400, error instanceof Error ? error.message : String(error));
  }
}
