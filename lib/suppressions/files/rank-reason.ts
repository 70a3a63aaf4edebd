import { type SQL, sql } from "drizzle-orm";

/** How much a reason weighs, for comparing two in SQL; what the team decided weighs nothing (graver.ts). */
export function rankReason(reason: SQL): SQL {
  return sql`coalesce(array_position(array['asked in a reply', 'complained', 'unsubscribed'], ${reason}), 0)`;
}
