import { addressesOf, shareOf } from "./cells";
import type { Column } from "./column";
import type { Reading } from "./read-header";
import { isNotTheirs } from "./words/not-theirs";

/** The share of filled cells that must look like addresses: exports hold some spoilt ones, a note that names an address now and then holds few. */
const holdsFrom = 0.5;
/** A column that is fuller than another by less than this counts as equally full; then the header decides. */
const clearlyFuller = 0.25;
/** Of a column that is not named like an address, the share of different cells: an owner's address repeats, a person's does not. */
const differentFrom = 0.6;
/** A named column with addresses in fewer rows than this part of an unnamed one loses against it. */
const namedAtLeast = 0.2;

type Candidate = { column: Column; reading: Reading | null; fill: number };

/**
 * The column of the person's address and those that hold further ones of the same person. Named columns go first, unless they
 * hold next to no addresses; of equally full ones the first, primary or working address does. Null: no column is one.
 */
export function chooseAddress(columns: Column[], rows: number): { main: Column | null; others: Column[] } {
  const named = columns.flatMap((column) => {
    const reading = column.readings.find((one) => one.kind === "email" || one.kind === "otherEmail");
    return reading ? [{ column, reading, fill: fillOf(column, rows) }] : [];
  });
  const unnamed = columns.flatMap((column) =>
    isOwn(column) && !named.some((one) => one.column === column) ? [{ column, reading: null, fill: fillOf(column, rows) }] : [],
  );
  const holding = named.filter((one) => one.fill > 0);
  const fallback = best(unnamed);
  const first = best(holding);
  const main =
    first && first.fill >= namedAtLeast * (fallback?.fill ?? 0)
      ? first
      : (fallback ?? first ?? best(named.filter((one) => one.reading.rank < 3)));
  return {
    main: main?.column ?? null,
    others: named.flatMap(({ column, reading, fill }) => {
      const theirs = column !== main?.column && (fill > 0 || column.cells.length === 0) && reading.rank < 3;
      return theirs ? [column] : [];
    }),
  };
}

function isOwn({ cells, header, named }: Column): boolean {
  if (cells.length === 0 || shareOf(cells, isAddress) < holdsFrom) return false;
  if (named && isNotTheirs(header)) return false;
  return cells.length < 3 || new Set(cells.map((cell) => cell.toLowerCase())).size / cells.length >= differentFrom;
}

/** The share of all rows with an address in the column; 0 unless most of its filled cells hold one. */
function fillOf({ cells }: Column, rows: number): number {
  const found = cells.filter(isAddress).length;
  return cells.length > 0 && found / cells.length >= holdsFrom ? found / Math.max(rows, 1) : 0;
}

function best<T extends Candidate>(candidates: T[]): T | undefined {
  const fullest = Math.max(0, ...candidates.map((one) => one.fill));
  const contenders = candidates.filter((one) => one.fill >= fullest - clearlyFuller);
  return contenders.sort((a, b) => orderOf(a) - orderOf(b) || b.fill - a.fill || a.column.index - b.column.index)[0];
}

function orderOf({ reading }: Candidate): number {
  return reading ? (reading.further ? 100 : 0) + reading.rank * 10 + reading.number : 0;
}

function isAddress(cell: string) {
  return addressesOf(cell).length > 0;
}
