import { type SQL, sql } from "drizzle-orm";

/** The condition on `m`, a row of sender_accounts, that its guard rail paused it and nobody has let it go on. */
export const isGuarded: SQL<boolean> = sql<boolean>`exists (select 1 from mailbox_guards y where y.sender_account_id = m.id and y.ended_at is null)`;
