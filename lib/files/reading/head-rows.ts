import { cleanCell } from "./clean-cell";
import { usualWidth } from "./dialect/score-rows";
import { decode } from "./letters/text-reader";
import { type FileRow, isBlank, type Reading } from "./reading";
import { splitText } from "./split-text";

/** Enough rows to tell columns by. */
const mostRows = 1000;

/** The beginning of a file as a reading has it: its lines as they lie, the names of its columns, its first rows. */
export type HeadOfFile = { lines: string[]; names: string[] | null; rows: string[][]; placed: FileRow[]; width: number };

/**
 * @param head the first bytes of a file. @param isWhole whether they are all; else the last line may be cut.
 * @param count how many lines the file has, once they are counted: rows that are left out at its end are none here either.
 */
export function headRows(head: Uint8Array, reading: Reading, isWhole: boolean, count: number | null = null): HeadOfFile {
  const text = decode(head, reading.encoding).replace(/^\ufeff/, "");
  const lines = text.split(/\r\n|\n|\r/);
  if (!isWhole) lines.pop();
  const top = Math.max(reading.skipTop, (reading.headerLine ?? 1) - 1);
  const looked = lines.slice(top, top + 4 * mostRows);
  const { rows } = splitText(looked.join("\n"), reading);
  const all = rows.map(({ line, lastLine, cells }) => ({
    line: line + top,
    lastLine: lastLine + top,
    cells: cells.map(cleanCell),
  }));
  const end = count === null || reading.skipEnd === 0 ? Number.POSITIVE_INFINITY : count - reading.skipEnd;
  const header = reading.headerLine === null ? undefined : all[0];
  const placed = all.slice(header ? 1 : 0).filter(({ line, cells }) => !isBlank(cells) && line <= end);
  const width = widthOf(header?.cells.length ?? 0, placed);
  const names = header ? Array.from({ length: width }, (_, column) => header.cells[column] ?? "") : null;
  const last = isWhole && looked.length === lines.length - top ? 0 : 1;
  return {
    lines,
    names,
    rows: placed.slice(0, mostRows).map(({ cells }) => cells),
    placed: placed.slice(0, placed.length - last),
    width,
  };
}

/** As many columns as the header names; more only where most rows have more. */
function widthOf(named: number, rows: readonly FileRow[]): number {
  const usual = usualWidth(rows.map(({ cells }) => cells));
  const share = rows.filter(({ cells }) => cells.length === usual).length / Math.max(1, rows.length);
  return named === 0 || (usual > named && share > 0.5) ? usual : named;
}
