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

/** `wanted` when nobody listens there, else the next free port above it. */
export async function freePort(wanted: number, isOpen = isFree): Promise<number> {
  for (let port = wanted; port < wanted + 200; port += 1) {
    if (await isOpen(port)) return port;
  }
  throw new Error(`No free port from ${wanted} on.`);
}
