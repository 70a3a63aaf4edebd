import { type SQL, sql } from "drizzle-orm";
import type { ThreadFilter } from "./thread";

export type Narrowed = { filter: Exclude<ThreadFilter, "other">; mailboxId: string | null };

const conditions = (memberId: string | null): Record<Narrowed["filter"], SQL> => ({
  todo: sql`t.state = 'open'`,
  mine: sql`t.state = 'open' and t.assigned_to = ${memberId}::uuid`,
  waiting: sql`t.state = 'waiting'`,
  snoozed: sql`t.state = 'snoozed'`,
  done: sql`t.state = 'done'`,
});

/** The condition on `t`, a row of reply_threads, that it stands under a filter: of one mailbox, or of all. */
export function narrowThreads({ filter, mailboxId }: Narrowed, memberId: string | null): SQL {
  const mailbox = mailboxId ? sql` and t.sender_account_id = ${mailboxId}::uuid` : sql``;
  return sql`${conditions(memberId)[filter]}${mailbox}`;
}
