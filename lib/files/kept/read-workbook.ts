import readWorkbookFile from "read-excel-file/node";
import { AppError } from "../../errors/app-error";

/** Excel itself is slow with larger ones; they are read in memory. */
export const workbookMegabytes = 25;

/** A workbook's first sheet that holds anything, as the text of a CSV file in UTF-8. @throws AppError "invalid" where it cannot be read. */
export async function readWorkbook(bytes: Buffer): Promise<Buffer> {
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
