import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { MailboxSignedOutError } from "./errors";
import type { KeyRing } from "./read-key-ring";

/** What such a row keeps: AES-256-GCM, a nonce of 12 random bytes, a tag of 16. */
export type SealedToken = { keyId: string; nonce: Uint8Array; ciphertext: Uint8Array; tag: Uint8Array };

/** The tables whose rows hold what is encrypted like a token. */
export type SealedTable = "mailbox_tokens" | "kept_letters" | "notice_targets";

/** Encrypts a token cache, or what is kept as safely, for one row with the ring's first key. */
export function sealToken(plain: string, rowId: string, ring: KeyRing, table: SealedTable = "mailbox_tokens"): SealedToken {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", ring.first.key, nonce);
  cipher.setAAD(additionalData(table, rowId, ring.first.id));
  const ciphertext = Buffer.concat([cipher.update(plain, "utf8"), cipher.final()]);
  return { keyId: ring.first.id, nonce, ciphertext, tag: cipher.getAuthTag() };
}

/**
 * @throws Error when the key is gone from the ring, which whoever runs Countersign can mend; MailboxSignedOutError when the row was
 * altered, copied from another one or written with another key of that name: only a person can sign in again.
 */
export function openToken(sealed: SealedToken, rowId: string, ring: KeyRing, table: SealedTable = "mailbox_tokens"): string {
  const key = ring.keys.get(sealed.keyId);
  if (!key)
    throw new Error(`TOKEN_KEYS has no key "${sealed.keyId}", which a mailbox token needs. Put it back behind the first.`);
  const decipher = createDecipheriv("aes-256-gcm", key, sealed.nonce, { authTagLength: 16 });
  decipher.setAAD(additionalData(table, rowId, sealed.keyId));
  decipher.setAuthTag(sealed.tag);
  try {
    return Buffer.concat([decipher.update(sealed.ciphertext), decipher.final()]).toString("utf8");
  } catch {
    throw new MailboxSignedOutError("what was kept of its sign-in cannot be read any more");
  }
}

/** Binds the ciphertext to its table, row, column and key: moved elsewhere, it does not open. */
function additionalData(table: SealedTable, rowId: string, keyId: string): Buffer {
  return Buffer.from(JSON.stringify([table, rowId, "ciphertext", keyId]), "utf8");
}
