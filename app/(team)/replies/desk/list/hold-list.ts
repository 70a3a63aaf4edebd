import type { ListedThread } from "@/lib/threads/thread";
import { hasRisen } from "./has-risen";

type Rows = { rows: ListedThread[]; earlier: ListedThread[]; next: string | null };

/**
 * The list as it is shown next, where the server has another one. Nobody is moved: those that are known keep their place, also when they were read
 * meanwhile. @param held somebody points at it: then nothing comes, goes or rises.
 */
export function holdList<List extends Rows>(shown: List, latest: List, held: boolean): List {
  const fresh = new Map(latest.rows.map((row) => [row.id, row]));
  const oldest = latest.rows.at(-1);
  const kept = shown.rows.flatMap((row) => {
    const now = fresh.get(row.id);
    if (now) return hasRisen(row, now) ? (held ? [row] : []) : [now];
    // Behind the page that the server has told of, nothing is known.
    const isBehind = latest.next !== null && oldest !== undefined && row.at < oldest.at;
    return held || isBehind ? [row] : [];
  });
  const known = new Set(kept.map((row) => row.id));
  const come = held ? [] : latest.rows.filter((row) => !known.has(row.id));
  return { ...latest, rows: [...come, ...kept], earlier: held ? shown.earlier : latest.earlier };
}
