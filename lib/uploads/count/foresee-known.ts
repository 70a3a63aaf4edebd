import { type Scope, withTeam } from "@/db/access/with-team";
import type { KnownPolicy } from "@/db/schema/words";
import { type ColumnChoice, chooseMapping } from "../../columns/choose-mapping";
import { columnOf, rulesOf } from "../../columns/known-rules";
import { mapRows } from "../../columns/map-rows";
import { findKnown } from "../../contacts/addresses/lock-known";
import { type Changed, changedBy, mergeKnown } from "../../contacts/merge-known";
import { openRows } from "../../files/kept/open-rows";
import { type FileRow, isBlank } from "../../files/reading/reading";
import { findKept } from "../find-upload";

/** Cells of a file that would fill a blank of somebody known, and that would replace what is known. */
export type Cells = { fills: number; overwrites: number };

/** What a file would do to people who are known, if its import began now. */
export type ForeseenKnown = {
  /** So many rows were looked at, and whether that is all of them. */
  rows: number;
  isAll: boolean;
  /** People of whom a blank is filled, and of whom something known is replaced. */
  people: Cells;
  /** Of all columns, and of each in order. */
  all: Cells;
  columns: Cells[];
};

/** More rows, or letters, are not looked at while somebody waits. */
const mostRows = 20_000;
const mostLetters = 40_000_000;
/** So many rows are looked up at once. */
const atOnce = 500;

/**
 * Reckons by the same rules as the import what a file would do to people who are known, over its first 20,000 rows. Whom a taken-back import had made is as new, and not in it.
 * @throws AppError "not_found"; "invalid" for an unknown meaning of a column.
 */
export async function foreseeKnown(
  scope: Scope,
  uploadId: string,
  given: ColumnChoice & { knownPolicy: KnownPolicy },
  most = mostRows,
): Promise<ForeseenKnown> {
  const upload = await withTeam(scope, (tx) => findKept(tx, uploadId));
  const mapping = chooseMapping(upload.mapping, given);
  const rules = rulesOf(mapping, given.knownPolicy);
  const none = (): Cells => ({ fills: 0, overwrites: 0 });
  const seen: ForeseenKnown = { rows: 0, isAll: true, people: none(), all: none(), columns: mapping.map(none) };
  const people = new Set<string>();
  const places = new Map<string, number>();
  const columnOfCell = (cell: string) => {
    const column = places.get(cell) ?? columnOf(mapping, cell);
    places.set(cell, column);
    return column;
  };
  const take = async (rows: FileRow[]) => {
    const { wanted } = mapRows(mapping, upload.findings.optedOut, rows);
    const known = await withTeam(scope, (tx) => findKnown(tx, [...wanted.keys()]));
    for (const [email, { row }] of wanted) {
      const { contact, isHidden } = known.get(email) ?? {};
      // Of two rows of one person the first counts.
      if (!contact || isHidden || people.has(contact.id)) continue;
      people.add(contact.id);
      const change = mergeKnown(contact, row, rules);
      if (change) add(seen, columnOfCell, changedBy(contact, change).cells);
    }
  };
  let waiting: FileRow[] = [];
  let letters = 0;
  for await (const row of openRows(scope, upload, upload.reading, { lines: upload.counted?.lines ?? null })) {
    if (isBlank(row.cells)) continue;
    if (seen.rows === most || letters > mostLetters) {
      seen.isAll = false;
      break;
    }
    seen.rows += 1;
    letters += row.cells.reduce((sum, cell) => sum + cell.length, 0);
    waiting.push(row);
    if (waiting.length < atOnce) continue;
    await take(waiting);
    waiting = [];
  }
  await take(waiting);
  return seen;
}

/** Adds what becomes of one person. A full name fills three cells of theirs, and is one of the file. */
function add(seen: ForeseenKnown, columnOfCell: (cell: string) => number, cells: Changed["cells"]) {
  const became = new Map<number, keyof Cells>();
  for (const [cell, [before]] of Object.entries(cells)) {
    const column = columnOfCell(cell);
    if (before?.trim()) became.set(column, "overwrites");
    else if (!became.has(column)) became.set(column, "fills");
  }
  for (const [column, what] of became) {
    seen.all[what] += 1;
    const of = seen.columns[column];
    if (of) of[what] += 1;
  }
  for (const what of new Set(became.values())) seen.people[what] += 1;
}
