import { plainLetters } from "../../../mail/text/plain-letters";

/**
 * Words are told apart by blanks (`spaced`), also where little words stand before them without one (`prefixed`: Arabic, Hebrew), or nothing
 * stands between letters (`dense`).
 */
export type Script = "spaced" | "prefixed" | "dense";

/**
 * One expression out of phrases. In a phrase ".." is up to eight words (or fourteen letters), "word*" any ending of a word, "^" and "$" the
 * ends of the sentence; brackets, "|" and "?" mean what they mean in expressions, ")*" is up to five times. Letters may have accents.
 * @returns an expression for texts that `plainSentence` made.
 */
export function phrases(list: readonly string[], script: Script): RegExp {
  if (script === "spaced") return new RegExp(`(?<= )(?:${list.map(spaced).join("|")})(?:(?= )|(?<= ))`);
  return script === "dense"
    ? new RegExp(list.map(dense).join("|"))
    : new RegExp(`(?<= (?:[وف]|[והשלבמכ]{1,2})?)(?:${list.map(prefixed).join("|")})`);
}

function spaced(phrase: string): string {
  return plainLetters(phrase)
    .replaceAll(" ?(.. )?", "( (.. )?)?")
    .replace(/'|-(?![^[\]]*\])/g, " ")
    .replace(/ +/g, " ")
    .replaceAll("(", "(?:")
    .replaceAll("(?:?", "(?")
    .replace(/ ?\$/g, "(?: $|(?<= )$)")
    .replaceAll("^", "(?<=^ )")
    .replace(/(?<!\))\*/g, "[^ ]*")
    .replaceAll(")*", "){0,5}")
    .replaceAll(".. ", "(?:[^ ]+ ){0,8}?");
}

function prefixed(phrase: string): string {
  return plainLetters(phrase)
    .replaceAll("^", "(?<=^ )")
    .replaceAll("$", "(?= ?$)")
    .replaceAll(")(", ") ?(")
    .replaceAll("(", "(?:")
    .replaceAll("(?:?<=", "(?<=")
    .replaceAll("(?:?=", "(?=")
    .replaceAll("..", ".{0,20}?");
}

function dense(phrase: string): string {
  return plainLetters(phrase).replace(/\s+/g, "").replaceAll("(", "(?:").replaceAll("..", ".{0,14}?");
}
