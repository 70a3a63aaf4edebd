import { isAscii, isUtf8 } from "node:buffer";
import { decodeWhole } from "./decode-whole";
import { amongUtf8, type Encoding, isEncoding } from "./encodings";
import { closeBy, type Guess, guessLetters } from "./guess-letters";

/** How the letters of a file were read, and why; `doubt` where somebody should look. `others` fit nearly as well, the likeliest first. */
export type FoundLetters = { encoding: Encoding; why: string; doubt: string | null; others: Encoding[] };

/** So much around a byte that is no ASCII is looked at, and at so many places. */
const [around, mostPlaces] = [24, 400];

/**
 * Which letters a file has. A mark of byte order says it; else sound UTF-8 is UTF-8, as no other text is by chance; zero bytes between letters are UTF-16; the rest
 * is judged by what its letters would be.
 * @param bytes the file, or pieces of it that begin at its start and hold every kind of byte it has.
 */
export function findLetters(bytes: Uint8Array): FoundLetters {
  const sure = (encoding: Encoding, why: string): FoundLetters => ({ encoding, why, doubt: null, others: [] });
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return sure("utf-16le", "the file begins with its mark");
  if (first === 0xfe && second === 0xff) return sure("utf-16be", "the file begins with its mark");
  const wide = zeroSide(bytes);
  if (wide) return sure(wide, "every other byte is zero");
  const whole = bytes.subarray(0, bytes.length - unfinished(bytes));
  if (isAscii(bytes)) return sure("utf-8", "all letters are plain ones, which every encoding has");
  if (isUtf8(whole)) {
    const cut = whole.length < bytes.length;
    return { ...sure("utf-8", "all its letters are sound"), doubt: cut ? "The last letter is cut off." : null };
  }
  const places = placesOf(bytes);
  const guesses = guessLetters(places.strange, domainsOf(bytes));
  const [best, next] = guesses as [Guess, Guess];
  const others = guesses.slice(1, 4).map(({ encoding }) => encoding);
  if (places.unicode > 0 && ((first === 0xef && second === 0xbb && third === 0xbf) || isAmong(best, places))) {
    const among = amongUtf8(isEncoding(`mixed:${best.encoding}`) ? best.encoding : "windows-1252");
    const few = Math.min(places.unicode, places.strange.length).toLocaleString("en");
    return {
      encoding: among,
      why: "most lines agree, some are written otherwise",
      doubt: `Letters are written in two ways in this file, ${few} of them unlike the others.`,
      others: ["utf-8", best.encoding],
    };
  }
  const differ = best.score - next.score < closeBy && places.strange.some((place) => reads(place, best) !== reads(place, next));
  const why = best.language ? `they fit ${best.language}` : "they fit words of that language";
  const doubt = best.score < 0.35 ? "Letters with accents may be wrong." : differ ? "Some letters could be others." : null;
  return { encoding: best.encoding, why, doubt, others };
}

const reads = (place: Uint8Array, { encoding }: Guess) => decodeWhole(new TextDecoder(encoding), place);

/** UTF-8 among Latin letters is meant, be it once; among others it may be chance and has to be frequent. */
function isAmong(best: Guess, { unicode, strange }: Places): boolean {
  const latin = ["windows-1252", "windows-1250", "macintosh", "iso-8859-2", "windows-1254", "windows-1257"].includes(
    best.encoding,
  );
  return latin || unicode > (unicode + strange.length) / 5;
}

type Places = { strange: Uint8Array[]; unicode: number };

/** Places with bytes that are no ASCII, spread over the file: those that are no UTF-8, and how many are. */
function placesOf(bytes: Uint8Array): Places {
  const strange: Uint8Array[] = [];
  let unicode = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    if ((bytes[at] ?? 0) < 0x80) continue;
    let end = at;
    while (end < bytes.length && (bytes[end] ?? 0) >= 0x80) end += 1;
    if (isUtf8(bytes.subarray(at, end))) unicode += 1;
    else strange.push(widen(bytes, at, end));
    at = end;
  }
  const step = Math.max(1, Math.ceil(strange.length / mostPlaces));
  return { strange: strange.filter((_, n) => n % step === 0), unicode };
}

/** The place with the words around it, within its line: a character of two bytes is not cut. */
function widen(bytes: Uint8Array, from: number, to: number): Uint8Array {
  let [start, end] = [from, to];
  const isEnd = (byte: number | undefined) => byte === 10 || byte === 13 || byte === undefined;
  while (start > 0 && from - start < around && !isEnd(bytes[start - 1]) && (bytes[start - 1] ?? 0) < 0x80) start -= 1;
  while (end < bytes.length && end - to < around && !isEnd(bytes[end])) end += 1;
  return bytes.subarray(start, end);
}

function domainsOf(bytes: Uint8Array): string[] {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 400_000)).toString("latin1");
  return [...text.matchAll(/@[\w.-]+\.([a-z]{2,6})\b/gi)].map(([, ending = ""]) => ending.toLowerCase());
}

/** UTF-16 without a mark: of ASCII letters one byte is zero, always on the same side. */
function zeroSide(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  const zeros = [0, 0];
  const looked = Math.min(bytes.length, 4096);
  for (let at = 0; at < looked; at += 1) if (bytes[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (odd > looked * 0.2 && even < looked * 0.02) return "utf-16le";
  return even > looked * 0.2 && odd < looked * 0.02 ? "utf-16be" : null;
}

/** How many bytes at the end begin a UTF-8 character that is not complete. */
function unfinished(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if ((byte & 0xc0) === 0x80) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return length > back ? back : 0;
  }
  return 0;
}
