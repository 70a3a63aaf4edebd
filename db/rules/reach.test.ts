import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkRoles } from "../access/check-roles";
import { narrowDatabase } from "../narrow-database";
import { connectAs } from "../testing/connect-as";
import { type TestDatabase, testDatabase } from "../testing/test-database";

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
  // As an administrator does: what the owner may not do itself.
  const owner = connectAs(db.ownerUrl);
  for (const statement of await narrowDatabase(owner)) await db.admin.unsafe(statement);
  await owner.end();
});
afterAll(() => db.close());

const tried = async (url: string, statement = "select 1", database?: string) => {
  const at = new URL(url);
  if (database) at.pathname = `/${database}`;
  const sql = connectAs(at.toString());
  const code = await sql.unsafe(statement).then(
    () => "done",
    (error: { code?: string }) => error.code,
  );
  await sql.end({ timeout: 2 });
  return code;
};

describe.each([
  ["countersign_app", () => db.appUrl],
  ["countersign_system", () => db.systemUrl],
])("%s", (_name, url) => {
  test("works in its own database", async () => {
    expect(await tried(url(), "select id from teams")).toBe("done");
  });
  test.each(["postgres", "template1"])("does not get into %s", async (database) => {
    expect(await tried(url(), "select 1", database)).toBe("42501");
  });
  test.each([
    "select lo_create(0)",
    "select lo_creat(-1)",
    "select lo_from_bytea(0, 'x')",
    "select lo_put(1, 0, 'x')",
    "select lo_open(1, 131072)",
    "create temporary table left_behind (id int)",
    "create table public.left_behind (id int)",
  ])("leaves nothing behind: %s", async (statement) => {
    expect(await tried(url(), statement)).toBe("42501");
  });
});

test("where nothing is left to close, nothing is printed; where something is, the start says it and goes on", async () => {
  const owner = connectAs(db.ownerUrl);
  expect(await narrowDatabase(owner)).toEqual([]);
  await db.admin`grant execute on function lo_create(oid) to public`;
  const elsewhere = `${db.name}_elsewhere`;
  await db.admin.unsafe(`create database ${elsewhere}`);
  const said = await checkRoles();
  expect(said).toContainEqual(expect.stringMatching(`DATABASE_APP_URL can connect to other databases \\(.*${elsewhere}`));
  expect(said).toContainEqual(expect.stringMatching("DATABASE_SYSTEM_URL can make large objects"));
  expect(await narrowDatabase(owner)).toEqual([expect.stringContaining("'lo_create'")]);
  await db.admin.unsafe(`drop database ${elsewhere}`);
  await owner.end();
});

test("an owner of its tables that does not own the database is told what to run", async () => {
  await db.admin.unsafe(`grant connect on database ${db.name} to public; alter database ${db.name} owner to postgres`);
  const owner = connectAs(db.ownerUrl);
  expect(await narrowDatabase(owner)).toContain(`revoke connect, temporary on database ${db.name} from public`);
  await owner.end();
});
