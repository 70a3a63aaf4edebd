import { type SQL, sql } from "drizzle-orm";

/** A mailbox that was not read to the end for so long may hold answers that nobody knows of. */
const unreadAfterMinutes = 5;

/** The condition on `m`, a row of sender_accounts, that its last look is too long ago to mail anybody again. */
export function isUnread(now: Date): SQL {
  const since = new Date(now.getTime() - unreadAfterMinutes * 60_000).toISOString();
  return sql`(m.trouble = 'unreadable' or not coalesce((select bool_and(coalesce(y.last_polled_at >= ${since}::timestamptz, false))
    from mailbox_syncs y where y.sender_account_id = m.id), false))`;
}
