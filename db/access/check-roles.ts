import { sql } from "drizzle-orm";
import { type Database, pools } from "./connections";

/**
 * Refuses to go on when row-level security would not hold: a role that is a superuser, passes over policies or owns tables.
 * @throws Error with a sentence naming the setting.
 */
export async function checkRoles(): Promise<void> {
  const { app, system } = pools();
  await check(app, "DATABASE_APP_URL");
  await check(system, "DATABASE_SYSTEM_URL");
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
