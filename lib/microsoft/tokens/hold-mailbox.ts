import type { Scope } from "@/db/access/with-team";
import { leaseMailbox } from "../lease-mailbox";
import { TokenUnavailableError } from "./errors";

/** Longer than MSAL's own timeout, so that a lease never ends under a request. */
const lease = { purpose: "token", seconds: 30, patienceMs: 20_000 } as const;

/**
 * Runs `fn` while no other worker refreshes this mailbox's token, waiting for up to 20 s.
 * @throws TokenUnavailableError when the other one does not finish.
 */
export async function holdMailbox<T>(scope: Scope, senderAccountId: string, fn: () => Promise<T>): Promise<T> {
  const held = await leaseMailbox(scope, senderAccountId, lease, fn);
  if (!held) throw new TokenUnavailableError("another worker holds it");
  return held.result;
}
