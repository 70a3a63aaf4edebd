import { pipeline, Readable } from "node:stream";
import { type Info, parse } from "csv-parse";
import { AppError } from "../../errors/app-error";
import { invisibleMarks } from "../../mail/invisible";
import { type Encoding, TextReader } from "./decode-text";
import { findDelimiter } from "./find-delimiter";

/** One record of the file: its first line (1 is the header's) and its cells. */
export type FileRecord = { line: number; cells: string[] };
export type FileKind = { delimiter: string; encoding: Encoding; bytes: number };

/** How large a file may be, and whether lines before its first that begin with # or // are remarks. */
type FileLimits = { megabytes: number; rows: number; remarks: boolean };
const ofContacts: FileLimits = { megabytes: 25, rows: 100_000, remarks: false };
/** A header that long is no header. */
const headerWithin = 64 * 1024;

/**
 * The records of a CSV file while its bytes come, header first. Relaxed as real files need it: stray quotation marks, short and
 * long rows, empty lines and mixed line ends are read, and each row stays its own.
 * @param kind is filled in as it becomes known. @throws AppError "too_large", "invalid".
 */
export async function* readRecords(
  bytes: AsyncIterable<Uint8Array>,
  kind: FileKind,
  limits = ofContacts,
): AsyncGenerator<FileRecord> {
  const reader = new TextReader();
  const text = withHead(bytes, reader, kind, limits);
  const first = await text.next();
  if (first.done || first.value.trim() === "") throw new AppError("invalid", "The file is empty. Nothing was kept.");
  const head = limits.remarks ? afterRemarks(first.value) : first.value;
  kind.delimiter = findDelimiter(head);
  const parser = parse({
    delimiter: kind.delimiter,
    // Told, not guessed: the parser takes the first line end it meets for all, and so made one row of two where they are mixed.
    record_delimiter: /^[^\n]*\r(?!\n)/.test(head.trimStart()) ? ["\r\n", "\r", "\n"] : ["\r\n", "\n"],
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    // Not `rtrim`: with it, a letter after a closing quotation mark refuses the whole file.
    ltrim: true,
    info: true,
    max_record_size: 1_000_000,
  });
  // Ends both sides whichever fails or is left first; whoever reads the parser hears of it, so the callback need not say it again.
  pipeline(Readable.from(after(first.value, text)), parser, () => {});
  let rows = 0;
  let lines = 0;
  try {
    for await (const item of parser as AsyncIterable<{ record: string[]; info: Info }>) {
      // Counted here: the parser's own count takes a Windows line end inside quotation marks for two.
      const line = 1 + lines + item.info.empty_lines;
      lines += 1 + item.record.reduce((sum, cell) => sum + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0);
      rows += 1;
      if (rows > limits.rows + 1)
        throw new AppError("too_large", `The file has more than ${limits.rows.toLocaleString("en")} rows. Nothing was kept.`);
      yield { line, cells: item.record.map(clean) };
    }
  } catch (error) {
    throw error instanceof AppError ? error : sentence(error);
  }
  kind.encoding = reader.encoding;
}

/** The text of the file; the first piece holds the whole first line. */
async function* withHead(
  bytes: AsyncIterable<Uint8Array>,
  reader: TextReader,
  kind: FileKind,
  { megabytes, remarks }: FileLimits,
): AsyncGenerator<string> {
  let head = "";
  let begun = false;
  for await (const chunk of bytes) {
    kind.bytes += chunk.byteLength;
    if (kind.bytes > megabytes * 1024 * 1024)
      throw new AppError("too_large", `The file is larger than ${megabytes} MB. Nothing was kept.`);
    const text = reader.read(chunk);
    if (text.includes("\u0000"))
      throw new AppError("invalid", "This is no CSV file. Save the table as CSV and choose that file. Nothing was kept.");
    if (begun) yield text;
    else {
      head += text;
      if (/\n|\r[^\n]/.test((remarks ? afterRemarks(head) : head).trimStart()) || head.length > headerWithin) {
        begun = true;
        yield head;
      }
    }
  }
  const last = reader.end();
  if (begun) yield last;
  else yield head + last;
}

/** The text from its first line that is no remark. */
function afterRemarks(text: string): string {
  return text.replace(/^(?:\s*(?:#|\/\/)[^\r\n]*(?:\r\n|\r|\n|$))+/, "");
}

async function* after(first: string, rest: AsyncGenerator<string>): AsyncGenerator<string> {
  yield first;
  yield* rest;
}

/**
 * Control characters have no place in a cell, and Postgres keeps no NUL; marks that turn the direction of writing make an address or
 * a name look like another. Quotation marks with a blank after them are still around their cell.
 */
function clean(cell: string): string {
  const text = cell
    .replace(/\p{Cc}+/gu, " ")
    .replace(invisibleMarks, "")
    .trim();
  return /^"[^"]*"$/.test(text) ? text.slice(1, -1).trim() : text;
}

function sentence(error: unknown): Error {
  const { code = "", records = 0 } = error as { code?: string; records?: number };
  // As a spreadsheet counts: the header is row 1.
  const row = (records + 1).toLocaleString("en");
  if (code === "CSV_QUOTE_NOT_CLOSED")
    return new AppError(
      "invalid",
      `The file ends inside a quotation that begins in row ${row}: it was cut off, or a quotation mark is missing there. Nothing was kept.`,
    );
  if (code === "CSV_MAX_RECORD_SIZE")
    return new AppError(
      "invalid",
      `Row ${row} holds more than a million letters: a quotation mark may be missing there. Nothing was kept.`,
    );
  if (code.startsWith("CSV_"))
    return new AppError("invalid", "This file cannot be read as a table. Save it as CSV and choose that file. Nothing was kept.");
  return error instanceof Error ? error : new Error("unknown");
}
