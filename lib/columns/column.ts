import { filledOf } from "./cells";
import { type Reading, readHeader } from "./read-header";

/** A column of the sample: its filled cells and what its header may name; no readings where the file names no columns. */
export type Column = { index: number; header: string; readings: Reading[]; cells: string[]; named: boolean };

/** The columns of a file, left to right; `headers` null where the file does not name them. */
export function columnsOf(headers: string[] | null, rows: string[][]): Column[] {
  const count = headers?.length ?? rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  return Array.from({ length: count }, (_, index) => ({
    index,
    header: headers?.[index] ?? `Column ${index + 1}`,
    readings: headers ? readHeader(headers[index] ?? "") : [],
    cells: filledOf(rows, index),
    named: headers !== null,
  }));
}
