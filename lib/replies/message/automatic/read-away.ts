import type { ReceivedMessage } from "../received-message";
import type { Away } from "../understood";

/** When somebody who is away is back; nothing is told yet. */
export function readAway(_message: ReceivedMessage): Away {
  return { back: null, ambiguous: false, sentence: null, words: null };
}
