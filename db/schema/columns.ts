import { sql } from "drizzle-orm";
import { customType, jsonb, timestamp, uuid } from "drizzle-orm/pg-core";

/** Primary key of every table: a random uuid made by the database. */
export const id = () => uuid("id").primaryKey().default(sql`gen_random_uuid()`);

/** The team a row belongs to; taken from the scope of the transaction when not given. */
export const teamId = () => uuid("team_id").notNull().default(sql`nullif(current_setting('app.team_id', true), '')::uuid`);

/** An instant, with zone. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });

export const createdAt = () => instant("created_at").notNull().defaultNow();
export const updatedAt = () => instant("updated_at").notNull().defaultNow();

/** Who changed a field last, when, and at which desk: one open page of theirs. */
export type Edit = { by: string | null; at: string; desk: string };
/** Of fields that several people write at once: the last change of each. */
export const edits = () => jsonb("edits").$type<Record<string, Edit>>().notNull().default({});

/** Bytes: what is encrypted. */
export const bytea = customType<{ data: Uint8Array }>({ dataType: () => "bytea" });
