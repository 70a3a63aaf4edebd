import { plainLetters } from "../plain-letters";

/** Words are told apart by blanks (`spaced`), or not: then nothing stands between letters. */
export type Script = "spaced" | "dense";

/**
 * One expression out of phrases. In a phrase ".." is up to eight words (or fourteen letters), "word*" any ending of a word, "^" and "$" the
 * ends of the sentence; brackets, "|" and "?" mean what they mean in expressions, ")*" is up to five times. Letters may have accents.
 * @returns an expression for texts that `plainSentence` made.
 */
export function phrases(list: readonly string[], script: Script): RegExp {
  const sources = list.map((one) => (script === "spaced" ? spaced(one) : dense(one)));
  return new RegExp(script === "spaced" ? `(?<= )(?:${sources.join("|")})(?:(?= )|(?<= ))` : sources.join("|"));
}

function spaced(phrase: string): string {
  return plainLetters(phrase)
    .replace(/'|-(?![^[\]]*\])/g, " ")
    .replace(/ +/g, " ")
    .replaceAll("(", "(?:")
    .replace(/ ?\$/g, "(?: $|(?<= )$)")
    .replaceAll("^", "(?<=^ )")
    .replace(/(?<!\))\*/g, "[^ ]*")
    .replaceAll(")*", "){0,5}")
    .replaceAll(".. ", "(?:[^ ]+ ){0,8}?");
}

function dense(phrase: string): string {
  return plainLetters(phrase).replace(/\s+/g, "").replaceAll("(", "(?:").replaceAll("..", ".{0,14}?");
}
