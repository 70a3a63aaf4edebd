import { env } from "../../env/env";
import { readKeyRing } from "../../microsoft/tokens/read-key-ring";
import { openToken } from "../../microsoft/tokens/seal-token";
import { checkWebhook } from "./check-webhook";

/** What a row keeps of an address; all null where there is none. */
export type SealedWebhook = { [Part in "nonce" | "ciphertext" | "tag"]: Uint8Array | null } & { keyId: string | null };

/** The address of a target, checked once more: the list of hosts may have changed since. Null where there is none, or none that may be called. */
export function openWebhook(targetId: string, { keyId, nonce, ciphertext, tag }: SealedWebhook): URL | null {
  if (!keyId || !nonce || !ciphertext || !tag) return null;
  try {
    const ring = readKeyRing(env().TOKEN_KEYS);
    return checkWebhook(openToken({ keyId, nonce, ciphertext, tag }, targetId, ring, "notice_targets"));
  } catch {
    // Whatever it is, only another address ends it, and that is what its page then says.
    return null;
  }
}
