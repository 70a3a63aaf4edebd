import { type SQL, type SQLWrapper, sql } from "drizzle-orm";

/**
 * A text in lower case as JavaScript's `toLowerCase` gives it, for comparing with what was lowered there. Plain `lower()` follows
 * the database's own locale, and under "C" it leaves every letter beyond ASCII as it is. The result compares as other texts do,
 * so that an index is still of use.
 */
export function lowerCase(text: SQLWrapper): SQL {
  return sql`(lower(${text} collate "und-x-icu") collate "default")`;
}
