import { is } from "drizzle-orm";
import { getTableConfig, PgTable } from "drizzle-orm/pg-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as schema from "../schema/schema";
import { type TestDatabase, testDatabase } from "../testing/test-database";

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

const tables: PgTable[] = Object.values(schema).flatMap((one) => (is(one, PgTable) ? [one] : []));

test.each(tables.map((table) => [getTableConfig(table).name, table] as const))(
  "%s has in the database what its schema says: nobody forgot a migration",
  async (name, table) => {
    const { columns, checks, indexes, uniqueConstraints } = getTableConfig(table);
    const inDatabase = await db.admin<{ name: string; notNull: boolean }[]>`
      select column_name as name, is_nullable = 'NO' as "notNull" from information_schema.columns
      where table_schema = 'public' and table_name = ${name} order by 1`;
    expect([...inDatabase]).toEqual(
      columns.map((column) => ({ name: column.name, notNull: column.notNull })).sort((a, b) => (a.name < b.name ? -1 : 1)),
    );
    const rules = await db.admin<{ name: string }[]>`
      select conname as name from pg_constraint where conrelid = ${name}::regclass
      union select indexname from pg_indexes where schemaname = 'public' and tablename = ${name}`;
    const named = [...checks, ...uniqueConstraints].map((one) => one.name).concat(indexes.map((one) => one.config.name));
    expect(rules.map((one) => one.name)).toEqual(expect.arrayContaining(named.filter((one) => one !== undefined)));
  },
);

test.each(tables.flatMap((table) => getTableConfig(table).checks.map((one) => [one.name, getTableConfig(table).name] as const)))(
  "%s on %s allows in the database what the closed list holds",
  async (check, table) => {
    const words = wordsOf(check, table);
    const [row] =
      await db.admin`select pg_get_constraintdef(oid) as text from pg_constraint where conname = ${check} and conrelid = ${table}::regclass`;
    const kept = [...String(row?.text).matchAll(/'((?:[^']|'')*)'::text/g)].map((match) => match[1]?.replaceAll("''", "'"));
    if (words.length > 0) expect(kept.sort()).toEqual(words.sort());
  },
);

/** The words of a check that is made from a closed list; none for another check. */
function wordsOf(check: string, table: string): string[] {
  const config = tables.map((one) => getTableConfig(one)).find((one) => one.name === table);
  const value = config?.checks.find((one) => one.name === check)?.value;
  const texts = (value?.queryChunks ?? []).flatMap((chunk) => textsOf(chunk));
  return texts.flatMap((text) => [...text.matchAll(/'((?:[^']|'')*)'/g)].map((match) => (match[1] ?? "").replaceAll("''", "'")));
}

function textsOf(chunk: unknown): string[] {
  if (typeof chunk === "object" && chunk !== null && "queryChunks" in chunk)
    return (chunk.queryChunks as unknown[]).flatMap(textsOf);
  if (typeof chunk === "object" && chunk !== null && "value" in chunk && Array.isArray(chunk.value))
    return chunk.value.map(String);
  return [];
}
