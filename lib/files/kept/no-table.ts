/** What files that are no table begin with, and what a person does about it. */
const kinds: [begins: string[] | RegExp, sentence: string][] = [
  [["%PDF"], "This is a PDF. Save the table as CSV or XLSX and choose that file."],
  [["\xd0\xcf\x11\xe0"], "This is an Excel file of the old kind (.xls). Save it as XLSX or CSV and choose that file."],
  [["PK\x03\x04", "\x1f\x8b", "Rar!", "7z\xbc\xaf"], "This is a packed file. Unpack it and choose the table in it."],
  [["\x89PNG", "GIF8", "\xff\xd8\xff"], "This is a picture. Save the table as CSV or XLSX and choose that file."],
  [["{\\rtf"], "This is a text document (RTF). Save the table as CSV or XLSX and choose that file."],
  [
    /^\s*(?:<!doctype html|<html|<table|<\?xml|<meta)/i,
    "This is a web page or XML and no CSV, whatever its name. Open it in Excel and save it as XLSX or CSV.",
  ],
  [/^\s*(?:\[\s*[{[]|\{\s*"[^"]*"\s*:)/, "This is JSON and no table. Save the table as CSV or XLSX and choose that file."],
  [
    /^\s*BEGIN:VC(?:ARD|ALENDAR)/i,
    "These are address cards (vCard) and no table. Export the address book as CSV and choose that file.",
  ],
];
const looked = 400;

/** Why a file is no table; null where it may be one. @param bytes its beginning. */
export function noTable(bytes: Uint8Array): string | null {
  const text = Buffer.from(bytes.subarray(0, looked))
    .toString("latin1")
    .replace(/^\xef\xbb\xbf/, "");
  const found = kinds.find(([begins]) =>
    Array.isArray(begins) ? begins.some((mark) => text.startsWith(mark)) : begins.test(text),
  );
  if (found) return `${found[1]} Nothing was kept.`;
  const isBlank = [...text].every((letter) => letter <= " ");
  return isBlank && bytes.length <= looked ? "The file is empty. Nothing was kept." : null;
}

/** A workbook of Excel's: a ZIP that lists what is in it first. */
export function isWorkbook(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes.subarray(0, 4000)).toString("latin1");
  return text.startsWith("PK\x03\x04") && /\[Content_Types\]\.xml|xl\/|_rels\/|docProps\//.test(text);
}
