import { randomBytes } from "node:crypto";

/**
 * The header under which each request carries where it comes from, set by us as it arrives (mark-client.ts). Its value begins with a word that only this
 * process knows: what anybody else writes there is no address. It lives as long as the process, whose parts are bundled apart.
 */
export const clientHeader = "x-countersign-client";

const key = Symbol.for("countersign.client-word");
const shared = globalThis as unknown as Record<symbol, string | undefined>;

export function clientWord(): string {
  shared[key] ??= randomBytes(16).toString("hex");
  return shared[key];
}
