import { and, eq, lte, ne, sql } from "drizzle-orm";
import { withSystem } from "@/db/access/with-system";
import { senderAccounts } from "@/db/schema/senders";

/**
 * Every mailbox of every team whose trouble is due to be looked at again. One that cannot be read is not among them: reading tries it
 * all the time.
 */
export function listTroubledMailboxes(now: Date): Promise<{ teamId: string; senderAccountId: string }[]> {
  const { teamId, id, status, tid, trouble, troubleUntil } = senderAccounts;
  return withSystem("list mailboxes in trouble", (tx) =>
    tx
      .select({ teamId, senderAccountId: id })
      .from(senderAccounts)
      .where(and(eq(status, "connected"), sql`${tid} is not null`, ne(trouble, "unreadable"), lte(troubleUntil, now))),
  );
}
