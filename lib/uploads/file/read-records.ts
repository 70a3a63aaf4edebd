import { type Info, parse } from "csv-parse";
import { AppError } from "../../errors/app-error";
import { type Encoding, TextReader } from "./decode-text";
import { findDelimiter } from "./find-delimiter";

/** One record of the file: its first line (1 is the header's) and its cells. */
export type FileRecord = { line: number; cells: string[] };
export type FileKind = { delimiter: string; encoding: Encoding; bytes: number };

export const mostBytes = 25 * 1024 * 1024;
export const mostRows = 100_000;
/** A header that long is no header. */
const headerWithin = 64 * 1024;

/**
 * The records of a CSV file while its bytes come, header first. Relaxed as real files need it: stray quotation marks, short and
 * long rows and empty lines are read, and each row stays its own.
 * @param kind is filled in as it becomes known. @throws AppError "too_large", "invalid".
 */
export async function* readRecords(bytes: AsyncIterable<Uint8Array>, kind: FileKind): AsyncGenerator<FileRecord> {
  const reader = new TextReader();
  const text = withDelimiter(bytes, reader, kind);
  const first = await text.next();
  if (first.done || first.value.trim() === "") throw new AppError("invalid", "The file is empty. Nothing was kept.");
  kind.delimiter = findDelimiter(first.value);
  const parser = parse({
    delimiter: kind.delimiter,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    bom: true,
    trim: true,
    info: true,
    max_record_size: 1_000_000,
  });
  const feeding = feed(parser, first.value, text);
  let rows = 0;
  try {
    for await (const item of parser as AsyncIterable<{ record: string[]; info: Info }>) {
      // `lines` counts to the end of the record; a quoted cell may hold several.
      const line = item.info.lines - item.record.reduce((sum, cell) => sum + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0);
      rows += 1;
      if (rows > mostRows + 1)
        throw new AppError("too_large", `The file has more than ${mostRows.toLocaleString("en")} rows. Nothing was kept.`);
      yield { line, cells: item.record.map(clean) };
    }
    await feeding;
  } catch (error) {
    await feeding.catch(() => {});
    throw error instanceof AppError ? error : sentence(error);
  }
  kind.encoding = reader.encoding;
}

async function* withDelimiter(bytes: AsyncIterable<Uint8Array>, reader: TextReader, kind: FileKind): AsyncGenerator<string> {
  let head = "";
  let begun = false;
  for await (const chunk of bytes) {
    kind.bytes += chunk.byteLength;
    if (kind.bytes > mostBytes) throw new AppError("too_large", "The file is larger than 25 MB. Nothing was kept.");
    const text = reader.read(chunk);
    if (text.includes("\u0000"))
      throw new AppError("invalid", "This is no CSV file. Save the table as CSV and choose that file. Nothing was kept.");
    if (begun) yield text;
    else {
      head += text;
      if (/[\r\n]/.test(head.trimStart()) || head.length > headerWithin) {
        begun = true;
        yield head;
      }
    }
  }
  const last = reader.end();
  if (begun) yield last;
  else yield head + last;
}

async function feed(parser: ReturnType<typeof parse>, first: string, rest: AsyncGenerator<string>): Promise<void> {
  const write = (text: string) => (parser.write(text) ? undefined : new Promise((done) => parser.once("drain", done)));
  try {
    await write(first);
    for await (const text of rest) await write(text);
    parser.end();
  } catch (error) {
    parser.destroy(error instanceof Error ? error : new Error("unknown"));
    throw error;
  }
}

/** Control characters have no place in a cell, and Postgres keeps no NUL. */
function clean(cell: string): string {
  return cell.replace(/[\p{Cc}]+/gu, " ").trim();
}

function sentence(error: unknown): Error {
  const code = (error as { code?: string }).code ?? "";
  if (code === "CSV_QUOTE_NOT_CLOSED")
    return new AppError(
      "invalid",
      "The file ends inside a quotation: it was cut off, or a quotation mark is missing. Nothing was kept.",
    );
  if (code.startsWith("CSV_"))
    return new AppError("invalid", "This file cannot be read as a table. Save it as CSV and choose that file. Nothing was kept.");
  return error instanceof Error ? error : new Error("unknown");
}
