import type { Scope } from "@/db/access/with-team";
import { beginning, type Place, readRows } from "../reading/read-rows";
import type { PlacedRow, Reading } from "../reading/reading";
import { partBytes } from "./keep-file";
import { readKept } from "./read-kept";

/** The rows of a kept file, from its first or behind an earlier one. @param lines how many lines it has; needed where some at its end are left out. */
export function openRows(
  scope: Scope,
  { id, bytes }: { id: string; bytes: number | null },
  reading: Reading,
  { from = beginning, lines = null as number | null }: { from?: Place; lines?: number | null } = {},
): AsyncGenerator<PlacedRow> {
  // Only of UTF-8 is it known where in the file a place of its text is; any other file is read through to it.
  const part = reading.encoding === "utf-8" ? Math.floor(from.offset / partBytes) : 0;
  return readRows(readKept(scope, id, bytes ?? 0, part), reading, { from, given: part * partBytes, lines });
}
