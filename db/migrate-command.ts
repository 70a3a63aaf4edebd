import { migrateDatabase } from "./migrate";

/** `npm run db:migrate`: applies the migrations to DATABASE_URL. */
const ownerUrl = process.env.DATABASE_URL;
if (!ownerUrl) {
  process.stderr.write("DATABASE_URL is not set. It is the address of the database as its owner.\n");
  process.exit(1);
}
try {
  await migrateDatabase({
    ownerUrl,
    appUrl: process.env.DATABASE_APP_URL,
    systemUrl: process.env.DATABASE_SYSTEM_URL,
  });
  process.stdout.write("The database is up to date.\n");
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
