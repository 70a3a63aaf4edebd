/** Letters that Unicode does not take apart into a plain letter and a mark, as people type them without the mark. */
const plain: Record<string, string> = { ß: "ss", ø: "o", æ: "ae", œ: "oe", đ: "d", ð: "d", þ: "th", ł: "l", ı: "i" };

/**
 * A text as it is compared: without marks and case, letters and digits only, in whatever script. "Prénom *" and "PRENOM" are
 * alike, so are "E-Mail-Adresse" and "e_mail_adresse".
 */
export function fold(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[ßøæœđðþłı]/g, (letter) => plain[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]+/gu, "");
}

/**
 * The words of a header, each folded: "Email2Address", "e-mail 2 address" and "E-mail 2 - Address" are all email, 2, address.
 * A script without spaces stays one word.
 */
export function wordsOf(header: string): string[] {
  const words = header
    .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .replace(/(\p{L})(\p{N})/gu, "$1 $2")
    .replace(/(\p{N})(\p{L})/gu, "$1 $2")
    .replace(/\be[\s_-]?mail/giu, "email")
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .map(fold);
  return words.filter((word) => word !== "");
}
