import { AppError } from "../../errors/app-error";
import { cleanCell } from "./clean-cell";
import { TextReader } from "./letters/text-reader";
import type { PlacedRow, Reading } from "./reading";
import { type Cut, longestRow, splitStream } from "./split-text";

/** Where a reading begins: so many bytes of the text as UTF-8 are behind it (of a file in UTF-8, of the file itself), and so many lines. */
export type Place = { offset: number; line: number };
/** Titles and a header are no longer: what is left out is held in memory until its end. */
const longestTop = 16 * 1024 * 1024;
/** More cells than any table has; what divides them may stand in a long text, too. */
const mostCells = 50_000;
export const beginning: Place = { offset: 0, line: 0 };

/**
 * The rows of a file as they lie, cells cleaned, the header left out.
 * @param bytes the file's from its beginning, or in UTF-8 from `given` bytes on.
 * @param from goes on behind an earlier row. @param lines how many lines the file has, where some at its end are left out.
 * @throws AppError "invalid" with the line, where the file cannot be read to its end.
 */
export async function* readRows(
  bytes: AsyncIterable<Uint8Array>,
  reading: Reading,
  { from = beginning, given = 0, lines = null as number | null } = {},
): AsyncGenerator<PlacedRow> {
  const top = from.offset > 0 ? 0 : Math.max(reading.skipTop, (reading.headerLine ?? 1) - 1);
  const cut = { bytes: from.offset, lines: from.line };
  const text =
    from.offset > 0 ? dropBytes(asUtf8(bytes, reading), from.offset - given) : dropLines(asUtf8(bytes, reading), top, cut);
  const last = lines === null || reading.skipEnd === 0 ? Number.POSITIVE_INFINITY : lines - reading.skipEnd;
  let header = from.offset === 0 && reading.headerLine !== null;
  try {
    for await (const row of splitStream(bounded(text, reading), reading, () => cut)) {
      if (row.line > last) return;
      if (header) header = false;
      else yield { ...row, cells: row.cells.map(cleanCell) };
    }
  } catch (error) {
    throw sentence(error);
  }
}

/** The text of a file as UTF-8, the mark of byte order of such a file among it. */
async function* asUtf8(bytes: AsyncIterable<Uint8Array>, { encoding }: Reading): AsyncGenerator<Buffer> {
  if (encoding === "utf-8") {
    for await (const piece of bytes) yield Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
    return;
  }
  const reader = new TextReader(encoding);
  for await (const piece of bytes) yield Buffer.from(reader.read(piece));
  yield Buffer.from(reader.end());
}

/** Refuses a line of ever more cells before it is a row: each is an object, however short. */
async function* bounded(text: AsyncIterable<Buffer>, { divider }: Reading): AsyncGenerator<Buffer> {
  const mark = divider.charCodeAt(0);
  let cells = 0;
  for await (const piece of text) {
    for (const byte of piece) {
      if (byte === mark) cells += 1;
      else if (byte === 10 || byte === 13) cells = 0;
      if (cells > mostCells) throw new AppError("invalid", `A line holds more than ${mostCells.toLocaleString("en")} cells.`);
    }
    yield piece;
  }
}

async function* dropBytes(text: AsyncIterable<Buffer>, count: number): AsyncGenerator<Buffer> {
  let left = count;
  for await (const piece of text) {
    if (left < piece.length) yield piece.subarray(left);
    left = Math.max(0, left - piece.length);
  }
}

/** Leaves the mark of byte order out, and so many lines. @param cut is told how much that was. */
async function* dropLines(text: AsyncIterable<Buffer>, count: number, cut: Cut): AsyncGenerator<Buffer> {
  let held = Buffer.alloc(0);
  let begun = false;
  for await (const piece of text) {
    if (begun) {
      yield piece;
      continue;
    }
    held = Buffer.concat([held, piece]);
    if (held.length > longestTop) throw new AppError("invalid", "The lines above the first row hold more than 16 MB.");
    const end = endOfLine(held, count);
    // Whether a line ends with one character or two is seen at the next.
    if (end === null || end >= held.length) continue;
    begun = true;
    Object.assign(cut, { bytes: end, lines: count });
    yield held.subarray(end);
    held = Buffer.alloc(0);
  }
  if (!begun) yield held.subarray(endOfLine(held, count) ?? held.length);
}

/** Where the line behind so many lines begins; null where there are fewer. */
function endOfLine(text: Buffer, count: number): number | null {
  let at = text[0] === 0xef && text[1] === 0xbb && text[2] === 0xbf ? 3 : 0;
  for (let line = 0; line < count; line += 1) {
    while (at < text.length && text[at] !== 10 && text[at] !== 13) at += 1;
    if (at >= text.length) return null;
    at += text[at] === 13 && text[at + 1] === 10 ? 2 : 1;
  }
  return at;
}

function sentence(error: unknown): Error {
  const { code = "", line = 1 } = error as { code?: string; line?: number };
  const where = line.toLocaleString("en");
  if (code === "CSV_QUOTE_NOT_CLOSED")
    return new AppError(
      "invalid",
      `A quotation that begins in line ${where} never ends: the file was cut off, or a quotation mark is missing there.`,
    );
  if (code === "CSV_MAX_RECORD_SIZE")
    return new AppError(
      "invalid",
      `The row that begins in line ${where} holds more than ${longestRow.toLocaleString("en")} letters: a quotation mark may be missing there.`,
    );
  if (code.startsWith("CSV_")) return new AppError("invalid", `Line ${where} cannot be read as part of a table.`);
  return error instanceof Error ? error : new Error("unknown");
}
