import { Agent, type IncomingMessage, request as requestHttp } from "node:http";
import { request as requestHttps, Agent as SecureAgent } from "node:https";
import type { Answer } from "./ops";

const agents = {
  plain: new Agent({ keepAlive: true, maxSockets: 256 }),
  secure: new SecureAgent({ keepAlive: true, maxSockets: 256 }),
};
const largestAnswer = 16 * 1024 * 1024;

/**
 * Sends one request over kept connections and reads the answer as text.
 * @throws Error when no answer came, within `timeoutMs` or at all.
 */
export async function send(
  method: "POST" | "PUT",
  url: string,
  headers: Record<string, string>,
  body: string,
  timeoutMs: number,
): Promise<Answer> {
  try {
    return await sendOnce(method, url, headers, body, timeoutMs);
  } catch (error) {
    // A kept connection that the app closed in the same instant: nothing was read of the request.
    if (error instanceof StaleConnection) return sendOnce(method, url, headers, body, timeoutMs);
    throw error;
  }
}

class StaleConnection extends Error {}

function sendOnce(
  method: string,
  url: string,
  headers: Record<string, string>,
  body: string,
  timeoutMs: number,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const secure = url.startsWith("https:");
    const start = secure ? requestHttps : requestHttp;
    const length = Buffer.byteLength(body);
    const outgoing = start(url, {
      method,
      agent: secure ? agents.secure : agents.plain,
      headers: { ...headers, "content-length": length },
    });
    const timer = setTimeout(() => outgoing.destroy(new Error("The app did not answer in time.")), timeoutMs);
    outgoing.once("error", (error: NodeJS.ErrnoException) => {
      clearTimeout(timer);
      reject(outgoing.reusedSocket && error.code === "ECONNRESET" ? new StaleConnection(error.message) : error);
    });
    outgoing.once("response", (incoming) => {
      readAll(incoming)
        .then((text) => resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body: text }), reject)
        .finally(() => clearTimeout(timer));
    });
    outgoing.end(body);
  });
}

async function readAll(incoming: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of incoming) {
    parts.push(part as Buffer);
    size += (part as Buffer).length;
    if (size > largestAnswer) throw new Error("The app's answer is larger than 16 MB.");
  }
  return Buffer.concat(parts).toString("utf8");
}

/** Closes the kept connections, so that the process can end. */
export function closeConnections() {
  agents.plain.destroy();
  agents.secure.destroy();
}
