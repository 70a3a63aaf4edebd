import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";
import { addressOf } from "./address-of";
import { clientHeader, clientWord } from "./client-header";

/**
 * From now on each request that arrives at this process carries where it comes from. Node tells of it before Next sees it, which hides the
 * socket from pages and routes. A request that Next sends to itself (a rewrite while bound to one address) carries the word and stays as it is.
 * @param trusted how many proxies stand in front of us.
 */
export function markClients(trusted: number): void {
  subscribe("http.server.request.start", (message) => {
    const { request } = message as { request: IncomingMessage };
    const given = request.headers[clientHeader];
    if (typeof given === "string" && given.startsWith(`${clientWord()} `)) return;
    const forwarded = request.headers["x-forwarded-for"];
    const chain = Array.isArray(forwarded) ? forwarded.join(",") : forwarded;
    request.headers[clientHeader] = `${clientWord()} ${addressOf(request.socket.remoteAddress, chain, trusted)}`;
  });
}
