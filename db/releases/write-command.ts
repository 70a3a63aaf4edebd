import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { testDatabase } from "../testing/test-database";
import { checkStatements } from "./check-statements";
import { dumpTables } from "./dump-tables";
import { distinct, parse, writeStatements } from "./statements";

/**
 * Writes what is kept of a release into drizzle/releases: its tables, and what it sends to them. Arguments: its tag, and the file that RECORD_STATEMENTS named while
 * the tests ran. What PostgreSQL refuses on the release's own tables was a trap of a test, and is left out.
 */
const [tag = "", recorded = ""] = process.argv.slice(2);
const at = (name: string) => fileURLToPath(new URL(`../../drizzle/releases/${name}`, import.meta.url));
const db = await testDatabase();
try {
  writeFileSync(at(`${tag}.sql`), await dumpTables(db.admin));
  const all = distinct(parse(readFileSync(recorded, "utf8")));
  const refused = new Set(
    (await checkStatements({ app: db.appUrl, system: db.systemUrl }, all)).map(({ statement }) => statement),
  );
  const kept = all.filter((one) => !refused.has(one));
  writeStatements(at(`${tag}-statements.jsonl.gz`), kept);
  process.stdout.write(
    `${kept.length} statements of ${tag} are kept; ${refused.size} that its own tables refuse are left out.\n`,
  );
} finally {
  await db.close();
}
