import { pipeline, Readable } from "node:stream";
import { type Options, parse as parser } from "csv-parse";
import { parse } from "csv-parse/sync";
import type { Dialect, FileRow, PlacedRow } from "./reading";

/** A row of more letters went wrong: a quotation mark is missing somewhere. */
export const longestRow = 1_000_000;

/** Relaxed as real files need it: stray quotation marks, short and long rows, empty lines and every kind of line end, and each row stays its own. */
function optionsOf({ divider, quote, escape: inside }: Dialect): Options {
  return {
    delimiter: divider,
    quote: quote ?? false,
    escape: inside === "backslash" ? "\\" : (quote ?? undefined),
    // Told, not guessed: the parser takes the first line end it meets for all, and so made one row of two where they are mixed.
    record_delimiter: ["\r\n", "\n", "\r"],
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    // Not `rtrim`: with it, a letter after a closing quotation mark refuses the whole file.
    ltrim: divider !== "\t",
    max_record_size: longestRow,
  };
}

/** The rows of a text in memory. A quotation that never ends runs to the end of the text, and `unclosed` is the line it begins on. */
export function splitText(text: string, dialect: Dialect): { rows: FileRow[]; unclosed: number | null } {
  const read = (whole: string) =>
    parse(whole, {
      ...optionsOf(dialect),
      max_record_size: 0,
      on_record: placeRows(() => nothing) as never,
    }) as unknown as FileRow[];
  try {
    return { rows: read(text), unclosed: null };
  } catch (error) {
    const { code } = error as { code?: string };
    if (code !== "CSV_QUOTE_NOT_CLOSED" || !dialect.quote) throw error;
    const rows = read(text + dialect.quote);
    return { rows, unclosed: rows.at(-1)?.line ?? null };
  }
}

/** What was left out before a text. */
export type Cut = { bytes: number; lines: number };
const nothing: Cut = { bytes: 0, lines: 0 };

/**
 * The rows of a text while it comes, each with the place behind it. @param cut asked once the text has begun.
 * @throws what csv-parse throws, with the line on which the row begins that it could not read.
 */
export async function* splitStream(text: AsyncIterable<Uint8Array>, dialect: Dialect, cut: () => Cut): AsyncGenerator<PlacedRow> {
  let last = 0;
  const place = placeRows(cut);
  const note: typeof place = (cells, info) => {
    const row = place(cells, info);
    last = row.lastLine;
    return row;
  };
  const stream = parser({ ...optionsOf(dialect), on_record: note as never });
  // Ends both sides whichever fails or is left first; whoever reads the parser hears of it, so the callback need not say it again.
  pipeline(Readable.from(text), stream, () => {});
  try {
    for await (const row of stream) yield row as unknown as PlacedRow;
  } catch (error) {
    throw Object.assign(error as Error, { line: Math.max(last, cut().lines) + 1 });
  }
}

/** Where rows stand, counted here: the parser's own count of lines takes a Windows line end inside quotation marks for two. */
function placeRows(cut: () => Cut): (cells: string[], info: { empty_lines: number; bytes: number }) => PlacedRow {
  let lines = 0;
  return (cells, { empty_lines, bytes }) => {
    const before = cut();
    const line = 1 + lines + empty_lines + before.lines;
    const inside = cells.reduce(
      (sum, cell) => sum + (cell.includes("\n") || cell.includes("\r") ? (cell.match(/\r\n|\r|\n/g)?.length ?? 0) : 0),
      0,
    );
    lines += 1 + inside;
    return { line, lastLine: line + inside, cells, end: before.bytes + bytes };
  };
}
