import { inClear, isInClear } from "./access/is-in-clear";
import { migrateDatabase } from "./migrate";
import { runAll } from "./run-all";

/** `npm run db:migrate`: applies the migrations to DATABASE_URL. */
const ownerUrl = process.env.DATABASE_URL;
if (!ownerUrl) {
  process.stderr.write("DATABASE_URL is not set. It is the address of the database as its owner.\n");
  process.exit(1);
}
if (process.env.DATABASE_TLS !== "off" && isInClear(ownerUrl)) {
  process.stderr.write(`DATABASE_URL ${inClear}.\n`);
  process.exit(1);
}
try {
  const left = await migrateDatabase({
    ownerUrl,
    appUrl: process.env.DATABASE_APP_URL,
    systemUrl: process.env.DATABASE_SYSTEM_URL,
  });
  process.stdout.write("The database is up to date.\n");
  if (process.env.DATABASE_ADMIN_URL) await runAll(process.env.DATABASE_ADMIN_URL, left);
  else if (left.length > 0) {
    const lines = left.map((line) => `  ${line};`).join("\n");
    process.stderr.write(
      `For the app's roles to reach nothing else, run once in it as an administrator (docs/settings.md):\n${lines}\n`,
    );
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
