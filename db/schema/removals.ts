import { sql } from "drizzle-orm";
import { check, foreignKey, index, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { anyOf } from "../access/any-of";
import { id, instant, teamId } from "./columns";
import { members } from "./teams";
import { removedKinds } from "./words";

/**
 * What a person removed and may take back: its rows as they were, in the order in which they go in again. The rows themselves
 * are gone, so nothing that reads them need know of this table. Kept for a week.
 */
export const removals = pgTable(
  "removals",
  {
    id: id(),
    teamId: teamId(),
    kind: text("kind", { enum: removedKinds }).notNull(),
    /** The id of what was removed. */
    removedId: uuid("removed_id").notNull(),
    /** [{ table, rows: [row as JSON] }] */
    rows: jsonb("rows").notNull(),
    removedBy: uuid("removed_by"),
    removedAt: instant("removed_at").notNull(),
  },
  (t) => [
    index("removals_old").on(t.teamId, t.removedAt),
    check("removals_kind", sql`${t.kind} in ${anyOf(removedKinds)}`),
    foreignKey({ columns: [t.teamId, t.removedBy], foreignColumns: [members.teamId, members.id] }),
  ],
);
