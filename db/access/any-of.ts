import { type SQL, sql } from "drizzle-orm";

/**
 * Words of a closed list as SQL, to stand behind `in`: `('pending', 'in_progress')`. They are written out and not bound, so that
 * the planner sees that an index over just these rows fits.
 */
export function anyOf(words: readonly string[]): SQL {
  return sql.raw(`(${words.map((word) => `'${word.replaceAll("'", "''")}'`).join(", ")})`);
}
