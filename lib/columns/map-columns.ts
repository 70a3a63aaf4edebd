import type { Mapping } from "./mapping";
import { suggestColumns } from "./suggest-columns";

/** What the columns of a file become until somebody says otherwise, with the columns that hold a person's other addresses marked. */
export function mapColumns(names: string[] | null, rows: string[][]): Mapping {
  const { mapping, otherAddresses } = suggestColumns(names, rows);
  return mapping.map((one, column) => (otherAddresses.includes(column) ? { ...one, also: true as const } : one));
}
