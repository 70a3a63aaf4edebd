import { sql } from "drizzle-orm";
import { withSystem } from "@/db/access/with-system";
import { log } from "../log/log";
import type { Beating } from "./beats";

/** Beats that follow each other more closely change nothing: a long sweep may beat with each of its steps. */
const apartSeconds = 5;

/**
 * Says that the engine is sweeping, or reading the mailboxes, at this moment: called in a step of that function, and again in a later one
 * where a run may take longer than a minute. Never throws: what beats is worth more than its beat.
 */
export async function noteBeat(kind: Beating): Promise<void> {
  try {
    await withSystem("note beat", (tx) =>
      tx.execute(
        sql`update app_private.engine_beats set at = clock_timestamp()
            where kind = ${kind} and (at is null or at < clock_timestamp() - make_interval(secs => ${apartSeconds}))`,
      ),
    );
  } catch (error) {
    log.warn({ err: error, kind }, "a beat of the engine could not be noted");
  }
}
