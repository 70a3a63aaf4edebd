import { type MappedRow, mapperOf, outReason } from "./map-row";
import type { Mapping } from "./mapping";
import { isOptedOut, type OptedOut } from "./people/opted-out";

type Row = { line: number; cells: string[] };

/** Rows by their address. */
export type Wanted = Map<string, Row & { row: MappedRow }>;

/** What each row would be, by its address, and which can be nobody, with why: the second of an address in these rows is refused. */
export function mapRows(
  mapping: Mapping,
  optedOut: OptedOut | null,
  rows: readonly Row[],
): { refused: (Row & { reason: string })[]; wanted: Wanted } {
  const map = mapperOf(mapping);
  const refused: (Row & { reason: string })[] = [];
  const wanted: Wanted = new Map();
  for (const { line, cells } of rows) {
    const mapped = map(cells);
    const twin = "row" in mapped ? wanted.get(mapped.row.emailNorm) : undefined;
    if (optedOut && isOptedOut(optedOut, cells)) refused.push({ line, cells, reason: outReason });
    else if ("refused" in mapped) refused.push({ line, cells, reason: mapped.refused });
    else if (twin) refused.push({ line, cells, reason: `The same address as line ${twin.line}` });
    else wanted.set(mapped.row.emailNorm, { line, cells, row: mapped.row });
  }
  return { refused, wanted };
}
