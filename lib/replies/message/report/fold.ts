/** Letters that stand for others once marks are gone. */
const letters: Record<string, string> = {
  ß: "ss",
  ø: "o",
  æ: "ae",
  œ: "oe",
  ł: "l",
  ı: "i",
  đ: "d",
  "’": "'",
  "‘": "'",
  "`": "'",
};

/** A text as phrases are compared: lower-case, without marks on Latin letters, dashes and quotes of one kind. */
export function fold(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\u0300-\u036f\u00ad\u200b-\u200f\u2060]/g, "")
    .normalize("NFC")
    .replace(/[ßøæœłıđ’‘`]/g, (one) => letters[one] ?? one)
    .replace(/[‐-―−]/g, "-");
}

/**
 * A pattern over folded text. `~` stands for the rest of a word, and where a charset was told wrongly, a letter with a mark may be lost.
 * It starts where a word does, except in scripts without blanks.
 */
export function phrase(source: string): RegExp {
  const parts = [...source.normalize("NFC")].map((one) => {
    const plain = fold(one);
    return /\p{Script=Latin}/u.test(one) && plain !== one.toLowerCase() ? `(?:${plain}|\\ufffd{1,2}|\\?)` : plain;
  });
  return new RegExp(`(?<![a-zа-я])(?:${parts.join("").replaceAll("~", "\\p{L}{0,12}")})`, "u");
}

/** Either list near the other in one sentence or line, whichever comes first. */
export const near = (some: string, others: string, between = 60): RegExp =>
  phrase(`(?:${some}).{0,${between}}?(?:${others})|(?:${others}).{0,${Math.min(between, 40)}}?(?:${some})`);

/** Whole mails are not looked through. */
const longest = 4_000;

/** The beginning of a text as one line a paragraph, folded. */
export const flat = (words: string) =>
  fold(words.slice(0, longest))
    // Servers break lines anywhere; a blank one ends a sentence.
    .replace(/(?<!\n)[ \t\r]*\n(?!\s*\n)/g, " ")
    // The three digits stand before each line of a long answer.
    .replace(/(?<=\S )[45]\d\d-(?:[45]\.\d{1,3}\.\d{1,3})?/g, "")
    .replace(/[ \t\r]+/g, " ");
