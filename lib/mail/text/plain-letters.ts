import { directionMarks } from "../invisible";

/** Letters that have no accent to take away, but are typed without it all the same. */
const others: Record<string, string> = {
  ß: "ss",
  ø: "o",
  ł: "l",
  đ: "d",
  æ: "ae",
  œ: "oe",
  ı: "i",
  "’": "'",
  "‘": "'",
  "`": "'",
  "´": "'",
};

/**
 * The text as it is compared: lower-case, with its Latin, Greek, Cyrillic, Arabic and Hebrew letters bare of accents and points, because
 * people leave them out.
 */
export function plainLetters(text: string): string {
  return text
    .replace(directionMarks, "")
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]|[\u0591-\u05c7]|\u0640|[\u064b-\u0655]|\u200b|\u200c|\u200d|\ufe0f/g, "")
    .normalize("NFC")
    .replace(/[ßøłđæœı’‘`´]/g, (one) => others[one] ?? one);
}
