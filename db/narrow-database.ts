import type { Sql } from "postgres";

/** Whoever wants to leave something in a database that no table holds makes a large object; each of these is everybody's by default. */
const largeObjectNames =
  "'lo_create', 'lo_creat', 'lo_from_bytea', 'lo_import', 'lo_export', 'lo_put', 'lo_open', 'lowrite', 'lo_truncate', 'lo_truncate64', 'lo_unlink'";

/** Of a superuser, once in the product's database. */
export const forbidLargeObjects = `do $$ declare f regprocedure; begin for f in select oid::regprocedure from pg_proc where pronamespace = 'pg_catalog'::regnamespace and proname in (${largeObjectNames}) loop execute format('revoke execute on function %s from public', f); end loop; end $$`;

const groups = ["countersign_app", "countersign_system"];

/**
 * The app's roles connect to their own database only, and make no large objects in it. PostgreSQL lets everybody into every database by default.
 * What this user may not do itself is returned as SQL that an administrator runs once.
 */
export async function narrowDatabase(client: Sql): Promise<string[]> {
  const [own] = await client<{ name: string; quoted: string; owned: boolean; free: boolean }[]>`
    select datname as name, quote_ident(datname) as quoted, pg_has_role(datdba, 'usage') as owned,
      (select rolsuper from pg_roles where rolname = current_user) as free
    from pg_database where datname = current_database()`;
  if (!own) throw new Error("This database is not in its own list.");
  const left: string[] = [];
  const closing = [
    `revoke connect, temporary on database ${own.quoted} from public`,
    `grant connect on database ${own.quoted} to ${groups.join(", ")}`,
  ];
  if (own.owned) for (const statement of closing) await client.unsafe(statement);
  else if (await isOpen(client, own.name)) left.push(...closing);
  // Two programs of ours at once touch the same rows of the catalog.
  if (own.free) await client.unsafe(forbidLargeObjects).catch(ignoreConcurrent);
  if (await makesLargeObjects(client)) left.push(forbidLargeObjects);
  const others = await client<{ quoted: string }[]>`
    select quote_ident(datname) as quoted from pg_database d
    where datallowconn and datname in ('postgres', 'template1') and has_database_privilege(${groups[0] ?? ""}, d.oid, 'connect') order by 1`;
  left.push(...others.map(({ quoted }) => `revoke connect on database ${quoted} from public`));
  return left;
}

async function isOpen(client: Sql, name: string): Promise<boolean> {
  const [row] = await client`select has_database_privilege('public', ${name}, 'connect') as open`;
  return row?.open === true;
}

async function makesLargeObjects(client: Sql): Promise<boolean> {
  const [row] = await client`select has_function_privilege(${groups[0] ?? ""}, 'lo_create(oid)', 'execute') as may`;
  return row?.may === true;
}

function ignoreConcurrent(error: unknown) {
  if (!(error instanceof Error && error.message.includes("tuple concurrently updated"))) throw error;
}
