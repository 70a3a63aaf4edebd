import type { Env } from "./env-schema";

/**
 * Seconds from an intent until its call can do nothing any more: until we hang up, as long again for the servers in front of Exchange,
 * which may pass on what they took, and once more for Exchange itself, whose look-ups lag by about a minute.
 */
export function callMayArriveSeconds({ SEND_TIMEOUT }: Pick<Env, "SEND_TIMEOUT">): number {
  return 3 * SEND_TIMEOUT;
}
