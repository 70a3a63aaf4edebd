import { type SQL, sql } from "drizzle-orm";
import { grave } from "./graver";

/** How much a reason weighs, for comparing two in SQL; what the team decided weighs nothing (graver.ts). */
export function rankReason(reason: SQL): SQL {
  return sql`coalesce(array_position(${sql.param(grave)}::text[], ${reason}), 0)`;
}
