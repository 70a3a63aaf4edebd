import { randomBytes } from "node:crypto";

const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
let last = { ms: 0, entropy: Buffer.alloc(10) };

/** A ULID of `ms` (UTC milliseconds) and ten bytes. */
function encodeUlid(ms: number, entropy: Uint8Array): string {
  let value = BigInt(ms);
  for (const byte of entropy) value = (value << 8n) | BigInt(byte);
  let text = "";
  for (let place = 0; place < 26; place++) {
    text = alphabet[Number(value & 31n)] + text;
    value >>= 5n;
  }
  return text;
}

/** A new ULID, larger as text than every earlier one of this process. */
export function makeUlid(now: Date): string {
  const ms = Math.max(now.getTime(), last.ms);
  const entropy = ms === last.ms ? Buffer.from(last.entropy) : randomBytes(10);
  if (ms === last.ms) entropy.writeUInt32BE((entropy.readUInt32BE(6) + 1) >>> 0, 6);
  else entropy[6] = (entropy[6] ?? 0) & 0x3f;
  last = { ms, entropy };
  return encodeUlid(ms, entropy);
}

/** The ids that a seed `<ms>,<base64 of ten bytes>` gives to the events of one request: a repeated request gets the same. */
export function seededUlid(seed: string, index: number): string | undefined {
  const [ms = "", base64 = ""] = seed.split(",");
  const entropy = Buffer.from(base64, "base64");
  if (!/^\d{1,14}$/.test(ms) || entropy.length !== 10) return undefined;
  entropy.writeUInt32BE((entropy.readUInt32BE(6) + index + 1) >>> 0, 6);
  return encodeUlid(Number(ms), entropy);
}
