import { createHash, randomBytes } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import postgres from "postgres";
import { closePools, openPools } from "../access/connections";
import { closeListener, openListener } from "../access/listen";
import { migrateDatabase } from "../migrate";

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
      await sql.unsafe(`create database "${name}" ${prepare ? "" : `template "${template}"`} owner countersign_owner`);
    }),
  );
  const urls = urlsOf(server, name);
  await prepare?.({ ownerUrl: urls.ownerUrl, superuserUrl: at(server, name) });
  openPools({ app: urls.appUrl, system: urls.systemUrl }, { app: 6, system: 2 });
  openListener(urls.systemUrl);
  const admin = postgres(at(server, name), { max: 2, onnotice: () => {} });
  return {
    name,
    ...urls,
    admin,
    close: async () => {
      await Promise.all([closePools(), closeListener(), admin.end({ timeout: 2 })]);
      await onServer(server, (sql) => sql.unsafe(`drop database if exists "${name}" with (force)`));
    },
  };
}

async function ensureTemplate(server: string): Promise<string> {
  const hash = createHash("sha256");
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
