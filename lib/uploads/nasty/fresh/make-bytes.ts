// Texts as the bytes of old encodings: each table is the platform's own decoder, read backwards.

/** The rows, each ended by a line feed. */
export const lines =
  (...rows: string[]) =>
  () =>
    utf8(rows.map((row) => `${row}\n`).join(""));

/** The rows as Windows writes them. */
export const crlf =
  (...rows: string[]) =>
  () =>
    utf8(rows.map((row) => `${row}\r\n`).join(""));

/** The text to the letter. */
export const exactly = (text: string) => () => utf8(text);

/** The rows as Windows writes them, in an old encoding. */
export const encodedIn =
  (encoding: string, ...rows: string[]) =>
  () =>
    encode(encoding, rows.map((row) => `${row}\r\n`).join(""));

export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

export function utf16(order: "le" | "be", text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at += 1) view.setUint16(at * 2, text.charCodeAt(at), order === "le");
  return bytes;
}

export function joinBytes(...parts: Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

/** Bytes of a text in an encoding of one or two bytes a letter; a letter that it lacks is a mistake of this corpus. */
export function encode(encoding: string, text: string): Uint8Array {
  const table = tableOf(encoding);
  const bytes: number[] = [];
  for (const letter of text) {
    const found = table.get(letter);
    if (!found) throw new Error(`${encoding} has no ${letter}`);
    bytes.push(...found);
  }
  return Uint8Array.from(bytes);
}

const tables = new Map<string, Map<string, number[]>>();

function tableOf(encoding: string): Map<string, number[]> {
  const known = tables.get(encoding);
  if (known) return known;
  const table = encoding === "windows-1252" ? westernTable() : decodedTable(encoding);
  tables.set(encoding, table);
  return table;
}

const doubleByte = ["shift_jis", "gbk", "euc-kr"];

function decodedTable(encoding: string): Map<string, number[]> {
  const decoder = new TextDecoder(encoding);
  const table = new Map<string, number[]>();
  const learn = (bytes: number[]) => {
    const letter = decoder.decode(Uint8Array.from(bytes));
    if ([...letter].length === 1 && letter !== "\uFFFD" && !table.has(letter)) table.set(letter, bytes);
  };
  for (let byte = 0; byte < 256; byte += 1) learn([byte]);
  if (!doubleByte.includes(encoding)) return table;
  for (let lead = 0x81; lead < 0xff; lead += 1) for (let trail = 0x40; trail < 0xff; trail += 1) learn([lead, trail]);
  return table;
}

// By hand: some releases of Node read windows-1252 as Latin-1, https://github.com/nodejs/node/issues/56542
const westernExtras = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

function westernTable(): Map<string, number[]> {
  const table = new Map<string, number[]>();
  for (let byte = 0; byte < 256; byte += 1) {
    const letter = byte >= 0x80 && byte < 0xa0 ? westernExtras.charAt(byte - 0x80) : String.fromCharCode(byte);
    table.set(letter, [byte]);
  }
  return table;
}
