import readWorkbookFile from "read-excel-file/node";
import { AppError } from "../../errors/app-error";

/** Excel itself is slow with larger ones; they are read in memory. */
export const workbookMegabytes = 25;
const mostUnpacked = 300 * 1024 * 1024;
const endMark = Buffer.from("PK\x05\x06");

/** A workbook's first sheet that holds anything, as the text of a CSV file in UTF-8. @throws AppError "invalid" where it cannot be read. */
export async function readWorkbook(bytes: Buffer): Promise<Buffer> {
  if (unpackedBytes(bytes) > mostUnpacked)
    throw new AppError(
      "too_large",
      "This workbook is larger than 300 MB once it is unpacked. Save the table as CSV and choose that file. Nothing was kept.",
    );
  const sheets = await readWorkbookFile(bytes).catch(() => {
    throw new AppError(
      "invalid",
      "This workbook cannot be read: it is protected or damaged. Save the table as CSV and choose that file. Nothing was kept.",
    );
  });
  const sheet = sheets.find(({ data }) => data.some((row) => row.some((cell) => cell !== null && cell !== "")));
  if (!sheet) throw new AppError("invalid", "The workbook is empty. Nothing was kept.");
  return Buffer.from(sheet.data.map((row) => `${row.map(cellText).join(",")}\n`).join(""));
}

/** How much the files of a ZIP hold together, as the directory at its end says: each entry names its size (APPNOTE 4.3.12 and 4.3.16). */
function unpackedBytes(zip: Buffer): number {
  const end = zip.lastIndexOf(endMark);
  if (end < 0 || end + 20 > zip.length) return 0;
  let [at, sum] = [zip.readUInt32LE(end + 16), 0];
  for (let left = zip.readUInt16LE(end + 10); left > 0 && at + 46 <= zip.length; left -= 1) {
    sum += zip.readUInt32LE(at + 24);
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return sum;
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return "";
  const text = cell instanceof Date ? dateText(cell) : String(cell);
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A date without a time of day is a day. */
function dateText(date: Date): string {
  return date
    .toISOString()
    .replace(/T00:00:00\.000Z$/, "")
    .replace(/\.000Z$/, "Z");
}
