import { createHash } from "node:crypto";
import { sound } from "./sound-text";

/** RFC 5322 lets a line have 998 letters, and an index of Postgres holds not many more. */
const longest = 998;

/** A Message-ID as it is kept and compared: an endless one by its digest, which is as unique. Null where there is none. */
export function messageIdOf(given: string | null | undefined): string | null {
  const id = sound(given).trim();
  if (id === "") return null;
  return id.length <= longest ? id : `<sha256.${createHash("sha256").update(id).digest("hex")}@too-long.invalid>`;
}
