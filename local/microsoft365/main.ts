import { createServer } from "node:http";
import { adminRoutes } from "./admin";
import { config } from "./config";
import { withTrouble } from "./faults";
import { mailboxOf, serveGraph } from "./graph/routes";
import { json, type Request, readBody, write } from "./http";
import { authorizeRoutes } from "./oauth/authorize";
import { discoveryRoutes } from "./oauth/discovery";
import { prepareKeys } from "./oauth/keys";
import { tokenRoutes } from "./oauth/token";
import { pageRoutes } from "./pages/routes";
import { rememberCall } from "./state";
import { prepareStore, sql } from "./store";
import { startTransport } from "./transport";

/**
 * A stand-in for Microsoft 365 on one machine: sign-in as Entra does it, the Graph mail calls a campaign sender uses,
 * delivery between its mailboxes and to invented outside recipients, and a page to read and answer it all.
 * It is never kinder than Exchange: 202 comes before the move, look-ups lag, moved items answer 404 for a moment, a second
 * send before the move delivers twice, createReply ignores what it is given, HTML comes back rewritten.
 * Limits: no attachments, no change notifications, no MIME drafts, one client application, no rate limits but four calls at once.
 */
const routes = [...pageRoutes, ...adminRoutes, ...discoveryRoutes, ...authorizeRoutes, ...tokenRoutes];

const server = createServer(async (raw, response) => {
  const url = new URL(raw.url ?? "/", config.publicUrl);
  const body = await readBody(raw);
  const request: Request = {
    method: raw.method ?? "GET",
    url,
    path: decodeURI(url.pathname),
    headers: raw.headers,
    body,
    params: [],
    raw,
  };
  try {
    if (url.pathname.startsWith("/v1.0/")) {
      const started = Date.now();
      const inside = { ...request, path: request.path.slice(5) };
      const mailbox = await mailboxOf(request);
      const status = await withTrouble(inside, mailbox, response, () => serveGraph(inside));
      rememberCall({
        at: new Date(started).toISOString(),
        method: request.method,
        path: inside.path,
        status,
        ms: Date.now() - started,
        mailbox,
      });
      return;
    }
    const route = routes.find((one) => one.method === request.method && one.pattern.test(request.path));
    if (!route) return write(response, json(404, { error: `Nothing answers ${request.method} ${request.path} here.` }));
    request.params = route.pattern.exec(request.path)?.slice(1) ?? [];
    write(response, await route.handle(request));
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    if (!response.headersSent)
      write(response, json(500, { error: { code: "InternalServerError", message: "The stand-in failed." } }));
  }
});

await prepareStore();
await prepareKeys();
const stopTransport = startTransport();
server.listen(config.port, config.host, () => process.stdout.write("ready\n"));

for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.on(signal, async () => {
    server.closeAllConnections();
    server.close();
    await stopTransport();
    await sql.end({ timeout: 1 });
    process.exit(0);
  });
}
