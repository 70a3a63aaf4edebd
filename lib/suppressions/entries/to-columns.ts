import { eq, type SQL } from "drizzle-orm";
import { suppressions } from "@/db/schema/suppressions";
import type { Entry } from "./entry";

/** For each entry the condition that a row of the list is it. */
export function toColumns(entries: Entry[]): SQL[] {
  return entries.map((entry) => {
    if ("emailNorm" in entry) return eq(suppressions.emailNorm, entry.emailNorm);
    if ("domain" in entry) return eq(suppressions.domain, entry.domain);
    return eq(suppressions.wildcard, entry.wildcard);
  });
}
