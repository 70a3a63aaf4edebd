import { createHash } from "node:crypto";
import { sound } from "./text/sound-text";

/** RFC 5322 allows a line of so many; an index of Postgres holds not many more. */
const longest = 998;
/** A mail of a thread names the ones before it; one that names more has something else in mind. */
const mostNamed = 200;

/**
 * A Message-ID as it is kept and compared: itself, or its digest where it is longer than any should be. The same for the mail that has it and
 * for those that answer it, so that the two still find each other.
 */
export function keptMessageId(id: string): string {
  if (Buffer.byteLength(id) <= longest) return id;
  return `<sha256.${createHash("sha256").update(id).digest("hex")}>`;
}

/** The Message-IDs in a header, in the order in which they stand there, as they are kept. */
export function messageIdsIn(text: string | undefined): string[] {
  return (text?.match(/<[^<>\s]+>/g) ?? []).slice(-mostNamed).map(keptMessageId);
}

/** The Message-ID that Graph names, as it is kept; null where there is none. */
export function messageIdOf(given: string | null | undefined): string | null {
  const id = sound(given).trim();
  return id === "" ? null : keptMessageId(id);
}
