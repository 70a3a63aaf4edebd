import type { ReceivedLetter, SplitLetter } from "../received-letter";
import { markLinks } from "./mark-links";
import { sanitizeReceived } from "./sanitize-received";

/** A letter made safe to be shown. @param images whether those that stand elsewhere stay in it: the reader asked for them. */
export function showLetter(letter: SplitLetter, { images }: { images: boolean }): ReceivedLetter {
  const words = sanitizeReceived(letter.words, { images });
  const quote = letter.quote === null ? null : sanitizeReceived(letter.quote, { images });
  return {
    ...letter,
    words: markLinks(words.html),
    quote: quote && markLinks(quote.html),
    remoteImages: words.remote + (quote?.remote ?? 0),
    hasColours: words.hasColours,
  };
}
