import { sql } from "drizzle-orm";
import type { MailboxTrouble } from "@/db/schema/words";
import { restCode } from "../microsoft/rest-code";
import { isGuarded } from "./guard/is-guarded";

/** What is amiss with a mailbox: Microsoft signed it out, it is connected and does not work, or it works and paused by its guard rail. */
export type MailboxHold = "signed_out" | MailboxTrouble | "guarded";

/** Microsoft asked to wait for a few minutes, as it does on any busy day: nobody need know. */
const isShortRest = sql`coalesce(m.trouble_code = ${restCode} and m.trouble_until - m.trouble_since < interval '5 minutes', false)`;

/**
 * The conditions below are on `m`, a row of sender_accounts. A trouble at Microsoft comes before our own pause, since it must end first; only where first
 * mails would leave in spite of it is the pause what holds them.
 */
export const holdOf = sql`case when m.status = 'signed_out' then 'signed_out' when m.status = 'connected' and not ${isShortRest} and m.trouble <> 'unreadable' then m.trouble
    when m.status = 'connected' and ${isGuarded} then 'guarded' when m.status = 'connected' and not ${isShortRest} then m.trouble end`;

/** Since when, where anything is amiss. */
export const heldSince = sql`case ${holdOf} when 'signed_out' then m.status_since
    when 'guarded' then (select y.began_at from mailbox_guards y where y.sender_account_id = m.id and y.ended_at is null) else m.trouble_since end`;

/** Mail leaves from it. One that cannot be read sends first mails; only its follow-ups wait. */
export const sends = sql`(m.status = 'connected' and (coalesce(m.trouble, 'unreadable') = 'unreadable' or ${isShortRest}) and not ${isGuarded})`;
