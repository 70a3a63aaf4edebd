import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { migrateDatabase } from "../migrate";
import { loadRows, type Rows } from "./load-rows";
import { type TestDatabase, testDatabase } from "./test-database";

const drizzle = fileURLToPath(new URL("../../drizzle", import.meta.url));

/**
 * The database of an earlier release, moved to this one: its migrations up to `last`, its rows, then all that came since.
 * @param rows also as what writes them; @param took is told how long all that came since took, in milliseconds.
 */
export function upgradedDatabase(
  last: string,
  rows: Rows | ((superuserUrl: string) => Promise<void>),
  took: (ms: number) => void = () => {},
): Promise<TestDatabase> {
  return testDatabase(async ({ ownerUrl, superuserUrl }) => {
    const earlier = migrationsUntil(last);
    try {
      await migrateDatabase({ ownerUrl }, earlier);
    } finally {
      rmSync(earlier, { recursive: true });
    }
    await (typeof rows === "function" ? rows(superuserUrl) : loadRows(superuserUrl, rows));
    const began = performance.now();
    await migrateDatabase({ ownerUrl });
    took(performance.now() - began);
  });
}

/** A copy of the migrations whose journal ends with one of them. */
function migrationsUntil(last: string): string {
  const folder = mkdtempSync(join(tmpdir(), "countersign-drizzle-"));
  cpSync(drizzle, folder, { recursive: true });
  const path = join(folder, "meta/_journal.json");
  const journal = JSON.parse(readFileSync(path, "utf8")) as { entries: { tag: string }[] };
  const end = journal.entries.findIndex(({ tag }) => tag === last);
  if (end < 0) throw new Error(`There is no migration ${last}.`);
  writeFileSync(path, JSON.stringify({ ...journal, entries: journal.entries.slice(0, end + 1) }));
  return folder;
}
