import { fileURLToPath } from "node:url";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";
import { ensureRoles } from "./ensure-roles";
import { narrowDatabase } from "./narrow-database";
import { renormAddresses } from "./renorm-addresses";

/** One migration of a database at a time, whoever starts it. */
const lock = 72417002;

const folder = fileURLToPath(new URL("../drizzle", import.meta.url));

/**
 * Applies every migration to `ownerUrl`; running it again changes nothing.
 *
 * The logins named by `appUrl` and `systemUrl` are created and given their role where the owner may
 * do so. Where it may not, this throws `MissingRolesError`, whose message is the SQL to run.
 * @returns SQL that only an administrator may run, once, so that the app's roles reach nothing else (narrow-database.ts).
 */
export async function migrateDatabase(
  urls: { ownerUrl: string; appUrl?: string; systemUrl?: string },
  migrationsFolder = folder,
): Promise<string[]> {
  const client = postgres(urls.ownerUrl, { max: 1, onnotice: () => {} });
  try {
    await client`select pg_advisory_lock(${lock})`;
    await ensureRoles(client, urls);
    await migrate(drizzle(client), { migrationsFolder });
    // Not of an earlier release, whose tables may lack what it needs.
    if (migrationsFolder === folder) await renormAddresses(client);
    return await narrowDatabase(client);
  } finally {
    await client.end({ timeout: 5 });
  }
}
