import type { ListedThread } from "@/lib/threads/thread";
import { hasRisen } from "./has-risen";

type Rows = { rows: ListedThread[] };

/** How many the server tells of that are not shown yet, or stand at an older mail of theirs. */
export function countNew(shown: Rows, latest: Rows): number {
  const known = new Map(shown.rows.map((row) => [row.id, row]));
  return latest.rows.filter((row) => {
    const before = known.get(row.id);
    return !before || hasRisen(before, row);
  }).length;
}
