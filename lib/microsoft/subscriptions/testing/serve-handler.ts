import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export type Served = { url: string; end: () => Promise<void> };

/** Serves a route's function over HTTP, for whoever calls the app from outside. */
export async function serveHandler(handle: (request: Request) => Promise<Response> | Response): Promise<Served> {
  const server = createServer(async (raw, response) => {
    const parts: Buffer[] = [];
    for await (const part of raw) parts.push(part as Buffer);
    const body = parts.length > 0 ? Buffer.concat(parts) : undefined;
    const headers = raw.headers as Record<string, string>;
    const request = new Request(`http://localhost${raw.url}`, {
      method: raw.method ?? "GET",
      headers,
      ...(body ? { body } : {}),
    });
    const answer = await handle(request);
    response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(await answer.text());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    end: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Whoever answers Graph's question and takes what it is told. */
export function echoToken(request: Request): Response {
  const token = new URL(request.url).searchParams.get("validationToken");
  return token === null
    ? new Response(null, { status: 202 })
    : new Response(token, { headers: { "content-type": "text/plain" } });
}
