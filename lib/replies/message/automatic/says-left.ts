import type { ReceivedMessage } from "../received-message";
import { readWishes } from "../wish/read-wish";

/** The sentence that says that somebody works there no longer, or null. */
export function saysLeft(message: ReceivedMessage): { sentence: string } | null {
  const left = readWishes(message).find(({ wants }) => wants === "left");
  return left ? { sentence: left.sentence } : null;
}
