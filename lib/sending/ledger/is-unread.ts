import { type SQL, sql } from "drizzle-orm";

import { readFolders } from "@/db/schema/words";
import { env } from "../../env/env";

/** A mailbox that was not read to the end for so long may hold answers that nobody knows of. */
const unreadAfterSeconds = 300;
/** Where looks are rarer than a minute, one that is due is no reason yet: right before each mail there is another. */
const unreadAfter = () => Math.max(unreadAfterSeconds, unreadAfterSeconds - 60 + env().POLL_SECONDS);
/** The call that sends a follow-up starts within this time of the look that it relies on. An answer that lay there for two seconds stops it. */
export const hearsForMs = 1500;

/** The condition on `m`, a row of sender_accounts, that the last look at one of its folders is too long ago to mail anybody again. */
export function isUnread(now: Date): SQL {
  const since = new Date(now.getTime() - unreadAfter() * 1000).toISOString();
  return sql`(m.trouble = 'unreadable' or (select count(*) from mailbox_syncs y where y.sender_account_id = m.id
    and y.last_polled_at >= ${since}::timestamptz) < ${readFolders.length})`;
}

/** The condition on `m` that no look has just begun. */
export function isUnheard(now: Date): SQL {
  const since = new Date(now.getTime() - hearsForMs).toISOString();
  return sql`not exists (select 1 from mailbox_watches w where w.sender_account_id = m.id and w.look_began_at >= ${since}::timestamptz)`;
}

/**
 * The condition that a mail by hand goes to somebody who was mailed before, so that an answer may lie in a mailbox: it was written as a follow-up, or another
 * mail to them left since.
 */
export function isMailedAgain(draftType: SQL, contactId: SQL): SQL {
  return sql`(${draftType} <> 'first_outreach' or exists (select 1 from sent_emails before where before.contact_id = ${contactId}))`;
}
