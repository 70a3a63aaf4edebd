import { createServer, type Server } from "node:http";

export type Exchange = {
  mode: string;
  direction: string;
  method: string;
  url: string;
  headers: Record<string, string>;
  body: string;
  status: number;
  answer: string;
  answerHeaders?: Record<string, string>;
};

/** Stands before an app and writes down what passes, in the form of the recordings. */
export async function recordExchanges(port: number, target: string, into: Exchange[]): Promise<Server> {
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const body = Buffer.concat(parts).toString();
    const { host, connection, "content-length": length, ...headers } = request.headers as Record<string, string>;
    const { method = "GET", url = "/" } = request;
    const answer = await fetch(target + url, { method, headers, ...(body ? { body } : {}) });
    const text = await answer.text();
    into.push({ mode: "signed", direction: "server->app", method, url, headers, body, status: answer.status, answer: text });
    const kept = [...answer.headers].filter(
      ([name]) => !["content-length", "connection", "keep-alive", "transfer-encoding"].includes(name),
    );
    response.writeHead(answer.status, Object.fromEntries(kept));
    response.end(text);
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return server;
}
