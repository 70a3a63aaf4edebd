import { isAddress, isValue } from "../dialect/looks-of-cells";
import { usualWidth } from "../dialect/score-rows";
import { type FileRow, isBlank } from "../reading";

/** Which line names the columns, and why; `doubt` where it may be a person. `names` null where no line does. */
export type FoundHeader = { line: number | null; names: string[] | null; why: string; doubt: string | null };

/** Titles, remarks and summaries above a header are no more than that. */
const within = 40;

/**
 * The line that names the columns: above the first address, as wide as the rows below, without a value in any cell, and with a name where the addresses stand.
 * @param isName whether a cell is a known name of a column, in whatever language.
 */
export function findHeader(rows: readonly FileRow[], isName: (cell: string) => boolean): FoundHeader {
  const filled = rows.filter(({ cells }) => !isBlank(cells.map((cell) => cell.trim())));
  const width = usualWidth(filled.map(({ cells }) => cells));
  const column = addressColumn(filled);
  const first = filled.findIndex(({ cells }) => isAddress(cells[column] ?? "") || cells.some(isAddress));
  const above = filled.slice(0, Math.min(first < 0 ? within : Math.max(first, lateHeader(filled, width, isName)), within));
  const marks = above.map((row) => ({ row, mark: markOf(row.cells, width, first < 0 ? -1 : column, isName) }));
  const best = marks.reduce<(typeof marks)[number] | null>((all, one) => (one.mark > (all?.mark ?? 0) + 0.2 ? one : all), null);
  if (!best) {
    const why = first === 0 ? "line 1 holds an address already" : "no line above the first address names columns";
    return { line: null, names: null, why, doubt: null };
  }
  const names = best.row.cells.map((cell) => cell.trim());
  const known = names.filter(isName).length;
  const where = `line ${best.row.line.toLocaleString("en")}`;
  const why =
    known > 0
      ? `${where} names ${known === 1 ? "a known column" : `${known} known columns`}`
      : `${where} has no @ and no number in any cell`;
  return {
    line: best.row.line,
    names,
    why,
    doubt:
      known === 0 && width > 1
        ? `Line ${best.row.line.toLocaleString("en")} may be a person and not the names of the columns.`
        : null,
  };
}

/** A remark above the names may hold an address, too: behind the last line among the first that certainly names columns. 0: there is none. */
function lateHeader(rows: readonly FileRow[], width: number, isName: (cell: string) => boolean): number {
  return (
    rows
      .slice(0, 10)
      .findLastIndex(
        ({ cells }) =>
          cells.length === width && !cells.some(isAddress) && cells.filter((cell) => isName(cell.trim())).length >= 2,
      ) + 1
  );
}

/** The column that holds most addresses. */
function addressColumn(rows: readonly FileRow[]): number {
  const counts = new Map<number, number>();
  for (const { cells } of rows) {
    const column = cells.findIndex(isAddress);
    if (column >= 0) counts.set(column, (counts.get(column) ?? 0) + 1);
  }
  return [...counts].sort(([a, n], [b, m]) => m - n || a - b)[0]?.[0] ?? -1;
}

/** How much a line looks like the names of columns; 0 and less: not at all. */
function markOf(cells: readonly string[], width: number, column: number, isName: (cell: string) => boolean): number {
  const filled = cells.filter((cell) => cell.trim() !== "");
  const known = filled.filter((cell) => isName(cell.trim())).length;
  if (filled.length === 0 || cells.some((cell) => cell.trim().length > 300)) return 0;
  const values = filled.filter((cell) => isValue(cell) && !isName(cell.trim())).length;
  if (column >= 0 && (cells[column] ?? "").trim() === "" && known < 1) return 0;
  if (width > 1 && cells.length < Math.max(2, width * 0.4) && known < 2) return 0;
  const wide = Math.min(cells.length, width) / Math.max(cells.length, width);
  const share = filled.length / Math.max(cells.length, width);
  const different = new Set(filled.map((cell) => cell.trim().toLowerCase())).size / filled.length;
  return (
    0.3 * wide +
    0.4 * share +
    0.3 * different +
    Math.min(1.5, 0.5 * known) -
    values / filled.length -
    (known === 0 && values > 0 ? 0.5 : 0)
  );
}
