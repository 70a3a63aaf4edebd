import postgres from "postgres";
import { seedDemo } from "./seed-demo";

/** `tsx db/seed/main.ts`: writes the demo team into DATABASE_URL, once. */
const url = process.env.DATABASE_URL;
if (!url) {
  process.stderr.write("DATABASE_URL is not set.\n");
  process.exit(1);
}
const owner = postgres(url, { max: 1, onnotice: () => {} });
const written = await seedDemo(owner, new Date());
await owner.end();
process.stdout.write(written ? "The demo team was written.\n" : "The demo team is there already.\n");
