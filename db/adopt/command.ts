import { adoptDatabase } from "./adopt-database";

/** `npm run db:adopt`: makes a team of the database at DATABASE_URL, which holds the fifteen tables of docs/database-schema.md. */
const {
  DATABASE_URL,
  DATABASE_APP_URL,
  DATABASE_SYSTEM_URL,
  ADOPT_TENANT,
  ADOPT_NAME = "Our team",
  ADOPT_TIMEZONE = "UTC",
} = process.env;
try {
  if (!DATABASE_URL) throw new Error("DATABASE_URL is not set. It is the address of the database as its owner.");
  if (!/^[0-9a-f-]{36}$/i.test(ADOPT_TENANT ?? ""))
    throw new Error("ADOPT_TENANT is not set. It is the id of your Microsoft tenant.");
  const moved = await adoptDatabase(
    { ownerUrl: DATABASE_URL, appUrl: DATABASE_APP_URL, systemUrl: DATABASE_SYSTEM_URL },
    { tenantId: ADOPT_TENANT ?? "", name: ADOPT_NAME, timezone: ADOPT_TIMEZONE },
  );
  if (!moved) process.stdout.write("This tenant has its team already. Nothing was changed.\n");
  for (const { table, before, now } of moved ?? []) process.stdout.write(`${table.padEnd(22)} ${before} before, ${now} now\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
