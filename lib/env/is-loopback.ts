const loopback = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** Whether an address leads to this machine only. NODE_ENV says nothing: a laptop runs a production build too. */
export function isLoopback(url: string): boolean {
  return loopback.has(new URL(url).hostname);
}
