import { sql } from "drizzle-orm";
import { withSystem } from "@/db/access/with-system";

/** Has every open page of every team read again: the engine fell silent, or beats again. */
export async function tellTeams(): Promise<void> {
  await withSystem("watch engine", (tx) =>
    tx.execute(sql`select pg_notify('countersign_changes', id::text || ' everything') from teams`),
  );
}
