/** Between the word and the token a blank was written; mail systems make much of it. */
const wanted = /unsubscribe[\s+_:=.,"'<([-]{0,10}((?:\s*[0-9a-f]){64})(?![0-9a-f])/;
/** One or more encoded words of RFC 2047 that nobody decoded; the blanks between them are none. */
const encodedWords = /(?:=\?[^?\s]{1,40}\?[bq]\?[^?\s]{0,500}\?=\s*)+/gi;
const encodedWord = /=\?[^?\s]{1,40}\?([bq])\?([^?\s]{0,500})\?=/gi;

/**
 * The token in the subject that a mail program takes from our List-Unsubscribe (`listUnsubscribe`): `unsubscribe` and 64 hex digits, wherever
 * it stands and however it came through: with marks before it, in capitals, folded, encoded once more, its blank left as %20. Lower-case; null
 * where there is none.
 */
export function tokenInSubject(subject: string): string | null {
  return wanted.exec(plain(subject))?.[1]?.replace(/\s+/g, "") ?? null;
}

/** The subject with the word alone, as a person would write it. */
export const withoutToken = (subject: string): string => plain(subject).replace(wanted, "unsubscribe");

/** Whether the subject is what our address said, and nothing else, but for what a gateway puts before it. */
export function isBareToken(subject: string): boolean {
  const rest = plain(subject).replace(wanted, "").replace(bracketed, "");
  return rest.trim() === "" || ofGateways.test(rest);
}

const bracketed = /^(?:\s*[[{(*<][^\])}>*]{1,40}[\])}>*]+\s*)+/;
const ofGateways = /^(?:[^\p{L}]*(?:extern\p{L}*|ext|spam|junk|bulk|caution|warning)[^\p{L}]*)+$/u;

const plain = (subject: string) =>
  withoutPercents(decoded(subject))
    .replace(/\p{Cf}/gu, "")
    .toLowerCase();

/** Only what is ASCII matters here. */
function decoded(subject: string): string {
  return subject.replace(encodedWords, (words) =>
    [...words.matchAll(encodedWord)]
      .map(([, form, text = ""]) =>
        form?.toLowerCase() === "b" ? Buffer.from(text, "base64").toString("latin1") : hexPairs(text.replace(/_/g, " "), "="),
      )
      .join(""),
  );
}

/** A program may encode what was encoded: %2520. */
const withoutPercents = (text: string) => hexPairs(hexPairs(text, "%"), "%").replace(/=20/g, " ");

const hexPairs = (text: string, mark: "%" | "=") =>
  text.replace(new RegExp(`${mark}([0-9a-f]{2})`, "gi"), (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
