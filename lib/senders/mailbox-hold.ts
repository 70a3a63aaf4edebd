import { sql } from "drizzle-orm";
import type { MailboxTrouble } from "@/db/schema/words";
import { restCode } from "../microsoft/rest-code";

/** What is amiss with a mailbox: Microsoft signed it out, or it is connected and does not work. */
export type MailboxHold = "signed_out" | MailboxTrouble;

/** Microsoft asked to wait for a few minutes, as it does on any busy day: nobody need know. */
const isShortRest = sql`coalesce(m.trouble_code = ${restCode} and m.trouble_until - m.trouble_since < interval '5 minutes', false)`;

/** The conditions below are on `m`, a row of sender_accounts. */
export const holdOf = sql`case when m.status = 'signed_out' then 'signed_out' when m.status = 'connected' and not ${isShortRest} then m.trouble end`;

/** Since when, where anything is amiss. */
export const heldSince = sql`case when m.status = 'signed_out' then m.status_since else m.trouble_since end`;

/** Mail leaves from it. One that cannot be read sends first mails; only its follow-ups wait. */
export const sends = sql`(m.status = 'connected' and (coalesce(m.trouble, 'unreadable') = 'unreadable' or ${isShortRest}))`;
