import { type SQL, sql } from "drizzle-orm";
import { lowerCase } from "@/db/access/lower-case";

/**
 * The condition on `n`, a row of mailbox_messages, that it belongs to nobody and waits for somebody to say whose it is. What came before the
 * mailbox was connected can answer nothing, and what somebody said is not for us waits for nobody.
 */
export const isUnplaced: SQL = sql`n.contact_id is null and n.hidden_at is null and not n.is_old
    and not exists (select 1 from ignored_senders i where i.email_norm = ${lowerCase(sql`trim(n.from_email)`)} and n.kind in ('reply', 'meeting', 'automatic'))`;
