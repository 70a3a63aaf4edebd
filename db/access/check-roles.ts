import { sql } from "drizzle-orm";
import { type Database, pools } from "./connections";

/**
 * Refuses to go on when row-level security would not hold: a role that is a superuser, passes over policies or owns tables.
 * @throws Error with a sentence naming the setting. @returns sentences on what the roles can do beyond their database, which holds nobody up.
 */
export async function checkRoles(): Promise<string[]> {
  const { app, system } = pools();
  await check(app, "DATABASE_APP_URL");
  await check(system, "DATABASE_SYSTEM_URL");
  return [...(await reachOf(app, "DATABASE_APP_URL")), ...(await reachOf(system, "DATABASE_SYSTEM_URL"))];
}

/** What a role can do beyond its own database. */
async function reachOf(database: Database, setting: string): Promise<string[]> {
  const [row] = await database.execute<{ elsewhere: string | null; large: boolean }>(
    sql`select string_agg(datname, ', ' order by datname) as elsewhere, has_function_privilege('lo_create(oid)', 'execute') as large
        from pg_database where datallowconn and datname <> current_database() and has_database_privilege(oid, 'connect')`,
  );
  const run = "npm run db:migrate says the SQL that closes this";
  return [
    ...(row?.elsewhere ? [`The role of ${setting} can connect to other databases (${row.elsewhere}); ${run}.`] : []),
    ...(row?.large ? [`The role of ${setting} can make large objects; ${run}.`] : []),
  ];
}

async function check(database: Database, setting: string) {
  const rows = await database.execute(
    sql`select current_user as name, rolsuper or rolbypassrls as free,
          (select count(*)::int from pg_class c join pg_namespace n on n.oid = c.relnamespace
             where n.nspname = 'public' and c.relkind in ('r', 'p') and pg_has_role(current_user, c.relowner, 'member')) as owns
        from pg_roles where rolname = current_user`,
  );
  const role = rows[0] as { name: string; free: boolean; owns: number } | undefined;
  if (!role || role.free || role.owns > 0) {
    throw new Error(
      `Countersign does not start: the role of ${setting} can pass over row-level security. Use the roles that db:migrate makes.`,
    );
  }
}
