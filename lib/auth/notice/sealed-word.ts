import { createHmac, timingSafeEqual } from "node:crypto";
import { env } from "../../env/env";

/** A word that goes out in an address and comes back in one: nobody else can make it, and it is good until then. `purpose` keeps one kind from passing as another. */
export function sealWord(word: string, purpose: string, until: Date): string {
  const ends = Math.floor(until.getTime() / 1000).toString(36);
  return `${word}.${ends}.${macOf(word, purpose, ends)}`;
}

/** Null for what was not sealed by us, for this, or is too old. */
export function openWord(text: string, purpose: string, now: Date): string | null {
  const [word = "", ends = "", mac = "", ...more] = text.slice(0, 200).split(".");
  if (more.length > 0 || !(Number.parseInt(ends, 36) * 1000 > now.getTime())) return null;
  const [given, ours] = [Buffer.from(mac), Buffer.from(macOf(word, purpose, ends))];
  return given.length === ours.length && timingSafeEqual(given, ours) ? word : null;
}

const macOf = (word: string, purpose: string, ends: string) =>
  createHmac("sha256", env().SESSION_SECRET).update(`${purpose}\n${word}\n${ends}`).digest("base64url");
