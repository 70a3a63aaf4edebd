import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { seedTeam } from "../seed/seed-team";
import { seedEveryTable } from "../testing/seed-every-table";
import { type TestDatabase, testDatabase } from "../testing/test-database";

let db: TestDatabase;
let app: postgres.Sql;
let system: postgres.Sql;
let ours: string;
let theirs: string;
const tables: string[] = [];

beforeAll(async () => {
  db = await testDatabase();
  app = postgres(db.appUrl, { max: 2, onnotice: () => {} });
  system = postgres(db.systemUrl, { max: 2, onnotice: () => {} });
  const rows = await db.admin<{ name: string }[]>`
    select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1`;
  tables.push(...rows.map((row) => row.name));
  ours = (await seedTeam(db.admin, { name: "Ours" })).teamId;
  theirs = (await seedTeam(db.admin, { name: "Theirs" })).teamId;
  await seedEveryTable(db.admin, ours);
  await seedEveryTable(db.admin, theirs);
});
afterAll(async () => {
  await Promise.all([app.end(), system.end()]);
  await db.close();
});

test("every table is behind forced row-level security with policies", async () => {
  const rows = await db.admin`
    select c.relname from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
      and not (c.relrowsecurity and c.relforcerowsecurity and exists (select 1 from pg_policy p where p.polrelid = c.oid))`;
  expect([...rows]).toEqual([]);
});

test("the app's role is held by one plain equality with its team in every table, reading and writing", async () => {
  const rows = await db.admin<{ name: string; using: string; check: string }[]>`
    select c.relname as name, pg_get_expr(p.polqual, p.polrelid) as using, pg_get_expr(p.polwithcheck, p.polrelid) as check
    from pg_policy p join pg_class c on c.oid = p.polrelid
    where p.polpermissive and p.polroles = array['countersign_app'::regrole::oid] order by 1`;
  expect(rows.map((row) => row.name)).toEqual(tables);
  for (const { name, using, check } of rows) {
    const equality = `(${teamColumn(name)} = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid)`;
    expect({ name, using, check }).toEqual({ name, using: equality, check: equality });
  }
});

test("every index that a page may use begins with the team", async () => {
  const rows = await db.admin<{ name: string }[]>`
    select i.indexrelid::regclass::text as name from pg_index i join pg_class c on c.oid = i.indrelid
      join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
    where c.relnamespace = 'public'::regnamespace and not i.indisprimary and a.attname <> 'team_id' order by 1`;
  // Unique in the whole world by their nature, and the two queues the system's role reads over all teams.
  expect(rows.map((row) => row.name)).toEqual([
    "campaign_contacts_token",
    "deliveries_send_key",
    "members_identity",
    "outbox_waiting",
    "single_mails_token",
    "teams_tenant_id_unique",
    "test_copies_key",
  ]);
});

test("neither login owns anything or can go round the policies", async () => {
  const rows = await db.admin`
    select rolname from pg_roles r where rolname in ('countersign_app', 'countersign_system', 'countersign_owner')
      and (rolsuper or rolbypassrls) `;
  expect([...rows]).toEqual([]);
  const owned = await db.admin`select relname from pg_class c join pg_roles r on r.oid = c.relowner
    where r.rolname in ('countersign_app', 'countersign_system')`;
  expect([...owned]).toEqual([]);
});

test("every table has rows of both teams to look at", async () => {
  for (const table of tables) {
    const [row] = await db.admin`select count(distinct ${db.admin(teamColumn(table))})::int as teams from ${db.admin(table)}`;
    expect({ table, teams: row?.teams }).toEqual({ table, teams: 2 });
  }
});

describe("the app's role", () => {
  test("sees its own rows and no other team's, in every table", async () => {
    for (const table of tables) {
      const rows = await asTeam(ours, (sql) => sql`select distinct ${sql(teamColumn(table))}::text as team from ${sql(table)}`);
      expect({ table, teams: rows.map((row) => row.team) }).toEqual({ table, teams: [ours] });
    }
  });

  test("changes and deletes nothing of another team, in every table", async () => {
    for (const table of tables) {
      const column = teamColumn(table);
      for (const statement of [
        (sql: postgres.TransactionSql) =>
          sql`update ${sql(table)} set ${sql(column)} = ${sql(column)} where ${sql(column)} = ${theirs}`,
        (sql: postgres.TransactionSql) => sql`delete from ${sql(table)} where ${sql(column)} = ${theirs}`,
      ]) {
        const changed = await asTeam(ours, statement).then(
          (rows) => rows.count,
          (error: { code?: string }) => (error.code === "42501" ? 0 : Promise.reject(error)),
        );
        expect({ table, changed }).toEqual({ table, changed: 0 });
      }
    }
  });

  test("cannot move a row of its own to another team, in every table", async () => {
    for (const table of tables) {
      await expect(
        asTeam(ours, (sql) => sql`update ${sql(table)} set ${sql(teamColumn(table))} = ${theirs}`),
        table,
      ).rejects.toMatchObject({ code: "42501" });
    }
  });

  test("cannot write a row for another team, in every table", async () => {
    for (const table of tables.filter((name) => name !== "teams")) {
      const [row] = await db.admin`select * from ${db.admin(table)} where team_id = ${theirs} limit 1`;
      const computed = await db.admin<{ name: string }[]>`
        select attname as name from pg_attribute where attrelid = ${table}::regclass and attgenerated <> ''`;
      const written = withoutNulls(row ?? {}, ["id", ...computed.map(({ name }) => name)]);
      await expect(
        asTeam(ours, (sql) => sql`insert into ${sql(table)} ${sql(written)}`),
        table,
      ).rejects.toMatchObject({ code: "42501" });
    }
  });

  test("sees nothing without a scope, on a fresh connection and on a used one", async () => {
    for (const table of tables) {
      expect({ table, rows: (await app`select 1 from ${app(table)}`).length }).toEqual({ table, rows: 0 });
      await asTeam(ours, (sql) => sql`select 1`);
      expect({ table, rows: (await app`select 1 from ${app(table)}`).length }).toEqual({ table, rows: 0 });
    }
  });

  test("cannot rewrite the record of who did what", async () => {
    await expect(asTeam(ours, (sql) => sql`update activities set verb = 'x'`)).rejects.toMatchObject({ code: "42501" });
    await expect(asTeam(ours, (sql) => sql`delete from activities`)).rejects.toMatchObject({ code: "42501" });
  });
});

test("the system's role reads only the listed tables", async () => {
  const readable: string[] = [];
  for (const table of tables) {
    const seen = await system`select 1 from ${system(table)} limit 1`.then(
      () => true,
      () => false,
    );
    if (seen) readable.push(table);
  }
  expect(readable).toEqual([
    "campaign_contacts",
    "campaigns",
    "explain_due",
    "graph_subscriptions",
    "launch_views",
    "member_settings",
    "members",
    "notices",
    "outbox",
    "removals",
    "reply_threads",
    "sender_accounts",
    "sessions",
    "single_mails",
    "teams",
    "upload_parts",
  ]);
  for (const [table, column] of [
    ["campaigns", "name"],
    ["campaign_contacts", "recipient_email"],
    ["sender_accounts", "email"],
    ["launch_views", "contact_ids"],
    ["removals", "rows"],
  ] as const) {
    await expect(system`select ${system(column)} from ${system(table)}`, table).rejects.toMatchObject({ code: "42501" });
  }
});

test("a row cannot point at another team's row", async () => {
  const [list] = await db.admin`select id from contact_lists where team_id = ${theirs} limit 1`;
  await expect(asTeam(ours, (sql) => sql`insert into campaigns (name, list_id) values ('x', ${list?.id})`)).rejects.toMatchObject(
    { code: "23503" },
  );
});

function asTeam(team: string, fn: (sql: postgres.TransactionSql) => PromiseLike<postgres.RowList<postgres.Row[]>>) {
  return app.begin(async (sql) => {
    await sql`select set_config('app.team_id', ${team}, true)`;
    return fn(sql);
  });
}

function teamColumn(table: string) {
  return table === "teams" ? "id" : "team_id";
}

function withoutNulls(row: Record<string, unknown>, left: string[]) {
  return Object.fromEntries(Object.entries(row).filter(([key, value]) => value !== null && !left.includes(key)));
}
