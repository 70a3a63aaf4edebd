import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { MissingRolesError } from "./ensure-roles";
import { migrateDatabase } from "./migrate";
import { type TestDatabase, testDatabase } from "./testing/test-database";

let db: TestDatabase;
const made: string[] = [];
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(async () => {
  for (const statement of made.reverse()) await db.admin.unsafe(statement);
  await db.close();
});

/** An empty database with an owner of its own. */
async function empty(options: string) {
  const name = `cs_empty_${randomBytes(4).toString("hex")}`;
  await db.admin.unsafe(`create role ${name} login password 'owner' nosuperuser nobypassrls ${options}`);
  await db.admin.unsafe(`create database ${name} owner ${name}`);
  made.push(`drop role ${name}`, `drop database ${name} with (force)`);
  const login = (user: string, password: string) => {
    const url = new URL(db.ownerUrl);
    Object.assign(url, { username: user, password, pathname: `/${name}` });
    return url.toString();
  };
  return { name, login, ownerUrl: login(name, "owner") };
}

async function look<T>(url: string, fn: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    return await fn(sql);
  } finally {
    await sql.end();
  }
}

const shapeOf = (url: string) =>
  look(
    url,
    (sql) => sql`select (select count(*)::int from drizzle.__drizzle_migrations) as migrations,
      (select count(*)::int from pg_policy) as policies, (select count(*)::int from pg_trigger where not tgisinternal) as triggers,
      (select count(*)::int from information_schema.columns where table_schema = 'public') as columns`,
  ).then((rows) => ({ ...rows[0] }));

test("migrating an empty database twice, and twice at once, gives the same as once", async () => {
  const { ownerUrl } = await empty("");
  await Promise.all([migrateDatabase({ ownerUrl }), migrateDatabase({ ownerUrl })]);
  const first = await shapeOf(ownerUrl);
  expect(first).toEqual(await shapeOf(db.ownerUrl));
  await migrateDatabase({ ownerUrl });
  expect(await shapeOf(ownerUrl)).toEqual(first);
});

test("an owner that may not create roles is told the SQL to run, and goes on after it was run", async () => {
  const { name, login, ownerUrl } = await empty("nocreaterole");
  const urls = { ownerUrl, appUrl: login(`${name}_a`, "it's"), systemUrl: login(`${name}_s`, "s") };
  const error = await migrateDatabase(urls).then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof MissingRolesError)) throw new Error(`No MissingRolesError: ${error}`);
  const statements = error.message.split("\n").slice(1);
  expect(statements).toEqual([
    `create role "${name}_a" login password 'it''s' nosuperuser nobypassrls nocreatedb nocreaterole;`,
    `grant "countersign_app" to "${name}_a";`,
    `create role "${name}_s" login password 's' nosuperuser nobypassrls nocreatedb nocreaterole;`,
    `grant "countersign_system" to "${name}_s";`,
  ]);
  for (const statement of statements) await db.admin.unsafe(statement);
  made.push(`drop role "${name}_a"`, `drop role "${name}_s"`);
  await migrateDatabase(urls);
  expect(await look(urls.appUrl, (sql) => sql`select id from contacts`)).toHaveLength(0);
  await expect(look(urls.systemUrl, (sql) => sql`select id from contacts`)).rejects.toMatchObject({ code: "42501" });
});
