import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { vi } from "vitest";
import { stubSettings } from "../../../env/testing/stub-settings";
import type { Mailbox } from "../clients";

export type Canned = { status?: number; headers?: Record<string, string>; body?: unknown; text?: string };
export type CannedGraph = { mailbox: Mailbox; asked: string[]; end: () => Promise<void> };

/**
 * A server in Graph's place that answers what it is told to.
 * @param answer is given the path with its query as they were asked, decoded.
 */
export async function cannedGraph(answer: (path: string) => Canned, settings: Record<string, string> = {}): Promise<CannedGraph> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = decodeURIComponent(request.url ?? "").replace("/v1.0", "");
    asked.push(path);
    reply(response, answer(path));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  stubSettings(settings);
  vi.stubEnv("MICROSOFT_STANDIN_URL", `http://127.0.0.1:${port}`);
  return {
    mailbox: { token: async () => "token" },
    asked,
    end: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function reply(response: ServerResponse, { status = 200, headers = {}, body, text }: Canned) {
  const type = text === undefined ? "application/json" : "text/plain";
  response.writeHead(status, { "content-type": type, ...headers }).end(text ?? JSON.stringify(body));
}
