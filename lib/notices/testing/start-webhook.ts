import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What the server does with the next requests; the last one stays. */
type Answer = {
  status?: number;
  headers?: Record<string, string>;
  body?: string;
  hang?: boolean;
  cut?: boolean;
  meanwhile?: () => unknown;
};
type Posted = {
  path: string;
  type: string;
  text: string;
  message: { type: string; attachments: { contentType: string; content: Card }[] };
};
type Card = { [key: string]: unknown; body: Record<string, unknown>[] };

/** A small server that takes cards as a Teams workflow does, and keeps them. */
export async function startWebhook() {
  const posts: Posted[] = [];
  let answers: Answer[] = [];
  const hanging: ServerResponse[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part) => parts.push(part));
    request.on("end", async () => {
      const text = Buffer.concat(parts).toString("utf8");
      posts.push({ path: request.url ?? "", type: request.headers["content-type"] ?? "", text, message: JSON.parse(text) });
      const answer = (answers.length > 1 ? answers.shift() : answers[0]) ?? {};
      await answer.meanwhile?.();
      if (answer.hang) return hanging.push(response);
      if (answer.cut) return request.socket.destroy();
      response.writeHead(answer.status ?? 202, answer.headers).end(answer.body ?? "");
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    url: `${origin}/workflows/abc/triggers/manual/paths/invoke?sig=very-secret`,
    posts,
    answer: (...next: Answer[]) => {
      answers = next;
    },
    clear: () => {
      posts.length = 0;
      answers = [];
    },
    end: () => {
      for (const response of hanging) response.destroy();
      server.closeAllConnections();
      return new Promise<void>((done) => server.close(() => done()));
    },
  };
}

export type Webhook = Awaited<ReturnType<typeof startWebhook>>;
