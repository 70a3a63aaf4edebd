import { createSocket } from "node:dgram";
import { createServer } from "node:net";

export function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen(port, "127.0.0.1", () => probe.close(() => resolve(true)));
  });
}

/** The same for a program that listens over UDP and TCP. */
export async function isFreeForBoth(port: number): Promise<boolean> {
  const isUnused = await new Promise<boolean>((resolve) => {
    const probe = createSocket("udp4");
    probe.once("error", () => resolve(false));
    probe.bind(port, "127.0.0.1", () => probe.close(() => resolve(true)));
  });
  return isUnused && (await isFree(port));
}

/**
 * Ports above 1023 that `fetch` and every browser refuse to speak to, because other protocols own them.
 * A program that listens there is well, and nobody reaches it.
 * Source: the Fetch standard, "bad port", https://fetch.spec.whatwg.org/#port-blocking
 */
const refusedByFetch = new Set([
  1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080,
]);

export const isRefusedByFetch = (port: number): boolean => refusedByFetch.has(port);

/** `wanted` when nobody listens there and a browser would speak to it, else the next such port above it. */
export async function freePort(wanted: number, isOpen = isFree): Promise<number> {
  for (let port = wanted; port < wanted + 200; port += 1) {
    if (!isRefusedByFetch(port) && (await isOpen(port))) return port;
  }
  throw new Error(`No free port from ${wanted} on.`);
}
