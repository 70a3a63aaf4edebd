import { createServer } from "node:http";
import { adminRoutes } from "./admin/routes";
import { config } from "./config";
import { withTrouble } from "./faults";
import { mailboxOf, serveGraph } from "./graph/routes";
import { type Answer, graphError, json, type Request, readBody, traceable, write } from "./http";
import { authorizeRoutes } from "./oauth/authorize";
import { discoveryRoutes } from "./oauth/discovery";
import { prepareKeys } from "./oauth/keys";
import { tokenRoutes } from "./oauth/token";
import { pageRoutes } from "./pages/routes";
import { rememberCall } from "./state";
import { prepareStore, sql, tidyStore } from "./store";
import { startWatching } from "./subscriptions/watch-changes";
import { startTransport } from "./transport";

/**
 * A stand-in for Microsoft 365 on one machine: sign-in as Entra does it, the Graph mail calls a campaign sender uses,
 * delivery between its mailboxes and to invented outside recipients, and a page to read and answer it all.
 * It is never kinder than Exchange: 202 comes before the move, look-ups lag, moved items answer 404 for a moment, a second
 * send before the move delivers twice, createReply ignores what it is given, HTML comes back rewritten, headers are given on
 * creation only, a token carries what was consented to. What Exchange does on a bad day is off until the admin endpoint or the page
 * switches it on. Where Microsoft's pages contradict each other there is a switch.
 * Limits: attachments only where a mail is altered, one client application, no rate limits but four calls at once; signing in is
 * never asked consent for, and nobody signs in on the way to an administrator's consent.
 */
const routes = [...pageRoutes, ...adminRoutes, ...discoveryRoutes, ...authorizeRoutes, ...tokenRoutes];

/** Graph takes no larger request of mail. */
const mostBytes = 4 * 1024 * 1024;

/** Faults, holds and the record of calls stand in front of Graph and of the token endpoint. */
const isAsked = (path: string) => path.startsWith("/v1.0/") || path.endsWith("/oauth2/v2.0/token");

const server = createServer(async (raw, response) => {
  try {
    const url = new URL(raw.url ?? "/", config.publicUrl);
    const body = await readBody(raw);
    const path = decodeURI(url.pathname);
    const request: Request = { method: raw.method ?? "GET", url, path, headers: raw.headers, body, params: [], raw };
    if (body.length > mostBytes && path.startsWith("/v1.0/"))
      return write(response, graphError(413, "BadRequest", "Maximum request length exceeded."));
    if (!isAsked(path)) return write(response, await serveRoute(request));
    const graph = path.startsWith("/v1.0/");
    const inside = graph ? { ...request, path: path.slice(5) } : request;
    const started = Date.now();
    const mailbox = graph ? await mailboxOf(request) : null;
    const remember = rememberCall({
      at: new Date(started).toISOString(),
      method: request.method,
      path: inside.path,
      query: decodeURIComponent(url.search),
      status: 0,
      ms: 0,
      mailbox,
    });
    const work = async () => (graph ? traceable(request, await serveGraph(inside)) : serveRoute(inside));
    const status = await withTrouble(inside, mailbox, response, work);
    remember(status, Date.now() - started);
  } catch (error) {
    // Whoever asked may be dead by now: a killed app is the normal case here.
    if (raw.destroyed && !raw.complete) return;
    const malformed = error instanceof URIError || error instanceof SyntaxError;
    if (!malformed) process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    if (response.headersSent) return;
    write(response, graphError(malformed ? 400 : 500, malformed ? "BadRequest" : "InternalServerError", "The request failed."));
  }
});

async function serveRoute(request: Request): Promise<Answer> {
  const route = routes.find((one) => one.method === request.method && one.pattern.test(request.path));
  if (!route) return json(404, { error: `Nothing answers ${request.method} ${request.path} here.` });
  return route.handle({ ...request, params: route.pattern.exec(request.path)?.slice(1) ?? [] });
}

await prepareStore();
await prepareKeys();
const stopTransport = startTransport();
const stopWatching = startWatching();
const tidying = setInterval(() => void tidyStore().catch((error) => process.stderr.write(`${String(error)}\n`)), 3_600_000);
tidying.unref();
server.listen(config.port, config.host, () => process.stdout.write("ready\n"));

for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.on(signal, async () => {
    server.closeAllConnections();
    server.close();
    await stopTransport();
    await stopWatching();
    await sql.end({ timeout: 1 });
    process.exit(0);
  });
}
