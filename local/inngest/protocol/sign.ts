import { createHash, createHmac, timingSafeEqual } from "node:crypto";

const withoutPrefix = (key: string) => key.replace(/^signkey-[\w]+-/, "");

/** `t=<unix seconds>&s=<hex>` over a text that is already in its canonical (RFC 8785) form. */
export function signBody(canonicalBody: string, key: string, now: Date): string {
  const seconds = String(Math.floor(now.getTime() / 1000));
  return `t=${seconds}&s=${createHmac("sha256", withoutPrefix(key)).update(canonicalBody).update(seconds).digest("hex")}`;
}

/** Whether `header` signs `body` with this key, not more than five minutes from `now`. The SDK signs its answers over the text as sent. */
export function isSigned(body: string, header: string | undefined, key: string, now: Date): boolean {
  const parts = new URLSearchParams(header ?? "");
  const seconds = parts.get("t") ?? "";
  if (!/^\d+$/.test(seconds) || Math.abs(now.getTime() / 1000 - Number(seconds)) > 300) return false;
  return isEqual(parts.get("s") ?? "", createHmac("sha256", withoutPrefix(key)).update(body).update(seconds).digest("hex"));
}

/** Whether an Authorization header carries the signing key, as it is or hashed the way the SDK does. */
export function isAuthorized(header: string | undefined, key: string): boolean {
  const token = withoutPrefix(/^Bearer (\S+)$/.exec(header ?? "")?.[1] ?? "");
  const plain = withoutPrefix(key);
  const hashed = createHash("sha256").update(Buffer.from(plain, "hex")).digest("hex");
  return isEqual(token, plain) || isEqual(token, hashed);
}

/** Compares two secrets in a time that says nothing about them. */
export function isEqual(left: string, right: string): boolean {
  const a = Buffer.from(left);
  const b = Buffer.from(right);
  return a.length === b.length && timingSafeEqual(a, b);
}
