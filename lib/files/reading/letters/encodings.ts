/**
 * How the bytes of a file become letters, by the names of the Encoding Standard (https://encoding.spec.whatwg.org/#names-and-labels), which Node decodes.
 * The last are read line by line: UTF-8 where a line is sound UTF-8, else as the name says.
 */
export const encodings = {
  "utf-8": "Unicode (UTF-8)",
  "utf-16le": "Unicode (UTF-16)",
  "utf-16be": "Unicode (UTF-16, big end first)",
  "windows-1252": "Western Windows (1252)",
  "windows-1250": "Central European Windows (1250)",
  "iso-8859-2": "Central European (ISO 8859-2)",
  "windows-1251": "Cyrillic Windows (1251)",
  "koi8-r": "Cyrillic (KOI8-R)",
  ibm866: "Cyrillic DOS (866)",
  "windows-1253": "Greek Windows (1253)",
  "windows-1254": "Turkish Windows (1254)",
  "windows-1255": "Hebrew Windows (1255)",
  "windows-1256": "Arabic Windows (1256)",
  "windows-1257": "Baltic Windows (1257)",
  "windows-1258": "Vietnamese Windows (1258)",
  "windows-874": "Thai Windows (874)",
  macintosh: "Western Mac (Roman)",
  "x-mac-cyrillic": "Cyrillic Mac",
  shift_jis: "Japanese (Shift_JIS)",
  "euc-jp": "Japanese (EUC)",
  gb18030: "Simplified Chinese (GB 18030)",
  big5: "Traditional Chinese (Big5)",
  "euc-kr": "Korean (EUC)",
  "mixed:windows-1252": "Unicode and Western Windows, by line",
  "mixed:windows-1250": "Unicode and Central European Windows, by line",
  "mixed:windows-1251": "Unicode and Cyrillic Windows, by line",
} as const;

export type Encoding = keyof typeof encodings;
export const isEncoding = (word: string): word is Encoding => Object.hasOwn(encodings, word);

const mixed = "mixed:";

/** The name a TextDecoder knows for lines that are no UTF-8; null where the whole file is read in one way. */
export function otherwise(encoding: Encoding): string | null {
  return encoding.startsWith(mixed) ? encoding.slice(mixed.length) : null;
}

/** The same encoding with lines of UTF-8 among it; itself where that has no name. */
export function amongUtf8(encoding: Encoding): Encoding {
  const name = mixed + encoding;
  return isEncoding(name) ? name : encoding;
}
