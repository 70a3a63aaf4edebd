/** Letters that look like another one but are no form of it for Unicode. */
const same: Record<string, string> = {
  ø: "o",
  ł: "l",
  đ: "d",
  ı: "i",
  "’": "'",
  "‘": "'",
  ʼ: "'",
  "`": "'",
  "´": "'",
  "–": "-",
  "—": "-",
  "‑": "-",
  "‒": "-",
  "−": "-",
  "〜": "-",
  "～": "-",
  "，": ",",
  "،": ",",
  "؛": ";",
  "׳": "'",
};
const folded = new Map<string, string>();
const invisible = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu;
/** More than this much of a text is no automatic answer. */
const mostLetters = 5_000;

/** The text as it is read: one form for each letter, nothing invisible, and not longer than an automatic answer may be. */
export function cleanText(text: string): string {
  return text.slice(0, mostLetters).normalize("NFC").replace(invisible, "").replace(/\r\n?/g, "\n");
}

/** The text in small letters without accents, each letter in its old place, so that what is found here can be shown there. */
export function foldText(text: string): string {
  let all = "";
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charAt(at);
    let plain = folded.get(letter);
    if (plain === undefined) {
      plain = foldLetter(letter);
      folded.set(letter, plain);
    }
    all += plain;
  }
  return all;
}

function foldLetter(letter: string): string {
  const code = letter.charCodeAt(0);
  // A wave between two days is the dash of Japan and Korea.
  if (code < 128) return letter === "~" ? "-" : letter.toLowerCase();
  // Arabic and Persian digits.
  if (code >= 0x660 && code <= 0x669) return String(code - 0x660);
  if (code >= 0x6f0 && code <= 0x6f9) return String(code - 0x6f0);
  // Accents are marks in these scripts alone; a Korean syllable would fall apart, and Japanese would change its sound.
  if (code < 0x530 || (code >= 0x1e00 && code <= 0x1fff) || (code >= 0xff01 && code <= 0xff5e)) {
    const plain = (same[letter] ?? letter).normalize("NFKD").charAt(0).toLowerCase();
    return same[plain] ?? (plain.length === 1 ? plain : letter);
  }
  if (/[\u2000-\u200A\u202F\u205F\u3000]/.test(letter)) return " ";
  return same[letter] ?? letter;
}
