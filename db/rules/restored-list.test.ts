import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closePools, openPools } from "../access/connections";
import { withTeam } from "../access/with-team";
import { loadRows } from "../testing/load-rows";
import { type Listed, seedListed } from "../testing/seed-listed";
import { type TestDatabase, testDatabase } from "../testing/test-database";

/**
 * A dump that is restored: its rows are put into a migrated database as pg_restore does, without triggers or foreign keys, and the list holds there as
 * it did; also where the dump left out the keys (docs/decisions/suppression.md).
 */
let from: TestDatabase;
let to: TestDatabase;
let superuserUrl: string;
const mails: Record<string, Listed> = {};

beforeAll(async () => {
  from = await testDatabase();
  for (const kind of ["address", "domain", "wildcard", "hash", "nothing"]) mails[kind] = await seedListed(from.admin);
  await mails.address?.add({ email_norm: "lea@hale.example", reason: "unsubscribed" });
  await mails.domain?.add({ domain: "hale.example" });
  await mails.wildcard?.add({ wildcard: "l*@hale.example" });
  await mails.hash?.add({ email_norm: "lea@hale.example" });
  await mails.hash?.done("administrator", sql`select forget_suppressed('lea@hale.example')`);
  await closePools();
  to = await testDatabase();
  superuserUrl = Object.assign(new URL(process.env.TEST_POSTGRES_URL ?? ""), { pathname: `/${to.name}` }).toString();
  const tables = await from.admin<{ name: string; columns: string[] }[]>`
    select table_name as name, array_agg(column_name::text) as columns from information_schema.columns
    where table_schema = 'public' and is_generated = 'NEVER' group by 1`;
  for (const { name, columns } of tables) {
    const rows =
      await from.admin`select to_jsonb(t) - (select coalesce(array_agg(column_name::text), '{}') from information_schema.columns
      where table_schema = 'public' and table_name = ${name} and is_generated <> 'NEVER') as row from ${from.admin(name)} t`;
    if (rows.length > 0) await loadRows(superuserUrl, { [name]: rows.map(({ row }) => pick(row, columns)) });
  }
});
afterAll(async () => {
  await to.close();
  await from.admin.end();
  openPools({ app: from.appUrl, system: from.systemUrl }, { pages: { app: 12, system: 4 } });
  await from.close().catch(() => undefined);
});

const pick = (row: Record<string, unknown>, columns: string[]) => Object.fromEntries(columns.map((name) => [name, row[name]]));
const intent = (kind: string) => mails[kind]?.tried("nobody", mails[kind].insertIntent);

test("without its keys, erased addresses stop everybody of their team, and nobody of another", async () => {
  await to.admin`delete from app_private.suppression_keys`;
  expect(await intent("hash")).toBe("CS002");
  expect(await intent("nothing")).toBe("1 row");
});

test.each([
  ["address", "CS001"],
  ["domain", "CS001"],
  ["wildcard", "CS001"],
  ["hash", "CS001"],
  ["nothing", "1 row"],
])("an intent for somebody suppressed by %s: %s", async (kind, answer) => {
  await to.admin`delete from app_private.suppression_keys`;
  const keys = await from.admin`select id, encode(key, 'hex') as key from app_private.suppression_keys`;
  for (const { id, key } of keys)
    await to.admin`insert into app_private.suppression_keys (id, key) values (${id}, decode(${key}, 'hex'))`;
  expect(await intent(kind)).toBe(answer);
});

test("the app's role can do no more to what was restored than before", async () => {
  for (const statement of [sql`delete from suppressions`, sql`update suppressions set email_norm = 'x@y.example'`])
    expect(await mails.address?.tried("administrator", statement)).toBe("42501");
  const weaker = sql`update suppressions set reason = 'by hand'`;
  expect(await mails.address?.tried("administrator", weaker)).toBe("42501");
  const rows = await withTeam({ teamId: mails.address?.teamId ?? "", memberId: null }, (tx) =>
    tx.execute(sql`select 1 from suppressions`),
  );
  expect(rows).toHaveLength(1);
});
