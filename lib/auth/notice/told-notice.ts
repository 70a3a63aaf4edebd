import { openWord, sealWord } from "./sealed-word";

/** These say that something was allowed. A link that anybody can write must not make a page say so. */
const claims = new Set(["consented", "allowed", "not-allowed"]);
const goodForMs = 600_000;

/** The word of a notice as it stands in the address of the page that tells it. */
export function writeNotice(word: string, now: Date): string {
  return claims.has(word) ? sealWord(word, "notice", new Date(now.getTime() + goodForMs)) : word;
}

/** The word that an address holds; none where it claims what was not told by us just now. */
export function readNotice(text: unknown, now: Date): string | undefined {
  if (typeof text !== "string") return undefined;
  return openWord(text, "notice", now) ?? (claims.has(text) || text.includes(".") ? undefined : text);
}
