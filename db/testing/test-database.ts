import { createHash, randomBytes } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import postgres from "postgres";
import { closePools, openPools } from "../access/connections";
import { closeListener, openListener } from "../access/listen";
import { migrateDatabase } from "../migrate";
import { forbidLargeObjects, narrowDatabase } from "../narrow-database";
import { recordStatements } from "../releases/record-statements";

export type TestDatabase = {
  name: string;
  ownerUrl: string;
  appUrl: string;
  systemUrl: string;
  /** A connection that sees everything, for looking at what happened. */
  admin: postgres.Sql;
  close: () => Promise<void>;
};

const folder = fileURLToPath(new URL("../../drizzle", import.meta.url));

/** Makes an empty database ready: as its owner, and as a superuser. */
type Prepare = (urls: { ownerUrl: string; superuserUrl: string }) => Promise<void>;

/**
 * A fresh, migrated database for one test file, cloned from a template (about 30 ms), with the pools opened on it.
 * TEST_POSTGRES_URL names a server as a superuser. @param prepare makes it ready instead.
 */
export async function testDatabase(prepare?: Prepare): Promise<TestDatabase> {
  const server = process.env.TEST_POSTGRES_URL ?? "postgres://postgres:postgres@127.0.0.1:5440/postgres";
  const template = await ensureTemplate(server);
  const name = `cs_test_${randomBytes(6).toString("hex")}`;
  await onServer(server, (sql) =>
    exclusively(sql, async () => {
      // Copied as files it costs the server a third of what it costs block by block, through its log.
      const from = prepare ? "" : `template "${template}" strategy file_copy`;
      await sql.unsafe(`create database "${name}" ${from} owner countersign_owner`);
    }),
  );
  const urls = urlsOf(server, name);
  await prepare?.({ ownerUrl: urls.ownerUrl, superuserUrl: at(server, name) });
  // Who may connect is the database's own: a copy of the template does not have it.
  await onServer(urls.ownerUrl, narrowDatabase);
  openPools({ app: urls.appUrl, system: urls.systemUrl }, { pages: { app: 6, system: 2 } }, recordStatements());
  openListener(urls.systemUrl);
  const admin = postgres(at(server, name), { max: 2, onnotice: () => {} });
  return {
    name,
    ...urls,
    admin,
    close: async () => {
      const wrong = await countedWrongly(admin);
      await Promise.all([closePools(), closeListener(), admin.end({ timeout: 2 })]);
      await onServer(server, (sql) => sql.unsafe(`drop database if exists "${name}" with (force)`));
      if (wrong.length > 0) throw new Error(`The database counts what waits in Review wrongly: ${JSON.stringify(wrong)}`);
    },
  };
}

/** What was counted apart as it changed is at the end of every test file what counting all gives (drizzle/0025_waiting_counted.sql). */
async function countedWrongly(admin: postgres.Sql): Promise<readonly object[]> {
  const waits = admin`d.status = 'draft' and d.rejected_at is null`;
  return await admin`
    select campaign_id, sum(counted)::int as counted, sum(there)::int as there from (
      select campaign_id, waiting as counted, 0 as there from review_counts
      union all select d.campaign_id, (c.status in ('pending', 'in_progress'))::int - (not d.shelved)::int, 0
        from (select distinct campaign_contact_id from review_moves) q join campaign_contacts c on c.id = q.campaign_contact_id
          join email_drafts d on d.campaign_contact_id = c.id where ${waits}
      union all select d.campaign_id, 0, 1 from email_drafts d join campaign_contacts c on c.id = d.campaign_contact_id
        where ${waits} and c.status in ('pending', 'in_progress')) x
    group by 1 having sum(counted) <> sum(there)`.catch((error: { code?: string }) => {
    // A database of an earlier version, or one that a test broke.
    if (error.code === "42P01" || error.code === "42703" || error.code === "CONNECTION_ENDED") return [];
    throw error;
  });
}

async function ensureTemplate(server: string): Promise<string> {
  const hash = createHash("sha256").update(forbidLargeObjects);
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith(".sql"))
    .sort())
    hash.update(readFileSync(`${folder}/${file}`));
  const name = `cs_template_${hash.digest("hex").slice(0, 12)}`;
  await onServer(server, (sql) =>
    exclusively(sql, async () => {
      const found = await sql`select 1 from pg_database where datname = ${name}`;
      if (found.length > 0) return;
      await sql.unsafe(`
        do $$ begin
          if not exists (select 1 from pg_roles where rolname = 'countersign_owner') then
            create role countersign_owner login createrole nosuperuser nobypassrls;
          end if;
          alter role countersign_owner password 'owner';
        end $$`);
      const making = `${name}_making`;
      await sql.unsafe(`drop database if exists "${making}" with (force)`);
      await sql.unsafe(`create database "${making}" owner countersign_owner`);
      const urls = urlsOf(server, making);
      await onServer(at(server, making), (inside) => inside.unsafe(forbidLargeObjects));
      await migrateDatabase(urls);
      await sql.unsafe("alter role countersign_app login password 'app'");
      await sql.unsafe("alter role countersign_system login password 'system'");
      await sql.unsafe(`alter database "${making}" rename to "${name}"`);
    }),
  );
  return name;
}

function urlsOf(server: string, name: string) {
  const login = (user: string, password: string) => {
    const url = new URL(at(server, name));
    url.username = user;
    url.password = password;
    return url.toString();
  };
  return {
    ownerUrl: login("countersign_owner", "owner"),
    appUrl: login("countersign_app", "app"),
    systemUrl: login("countersign_system", "system"),
  };
}

function at(server: string, database: string) {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.toString();
}

/** Cloning needs a template nobody is connected to, so databases are made one at a time. */
async function exclusively(sql: postgres.Sql, fn: () => Promise<unknown>) {
  await sql`select pg_advisory_lock(72417001)`;
  try {
    await fn();
  } finally {
    await sql`select pg_advisory_unlock(72417001)`;
  }
}

async function onServer<T>(server: string, fn: (sql: postgres.Sql) => Promise<T>) {
  const sql = postgres(server, { max: 1, onnotice: () => {} });
  try {
    return await fn(sql);
  } finally {
    await sql.end({ timeout: 2 });
  }
}
