import { and, eq, notExists, sql } from "drizzle-orm";
import { withSystem } from "@/db/access/with-system";
import { graphSubscriptions, senderAccounts } from "@/db/schema/senders";
import { watchedFolders } from "./call-subscriptions";
import { notificationUrl } from "./notification-url";

/**
 * Mailboxes of all teams whose subscriptions are to be made or renewed: without one to each folder that was renewed in the last 23 hours.
 * Each has its quarter of the hour, so that a thousand mailboxes are never asked at once, and one that is refused is not asked all the
 * time. Where notifications were switched off: those that still have one.
 */
export function listMailboxesToWatch(now: Date): Promise<{ teamId: string; senderAccountId: string }[]> {
  const quarter = Math.floor(now.getUTCMinutes() / 15);
  const { id, teamId, status, tid } = senderAccounts;
  const own = eq(graphSubscriptions.senderAccountId, id);
  return withSystem("list mailboxes to watch", (tx) => {
    const some = tx.select({ one: sql`1` }).from(graphSubscriptions).where(own);
    const fresh = tx
      .select({ one: sql`1` })
      .from(graphSubscriptions)
      .where(and(own, sql`coalesce(renewed_at, created_at) > ${now.toISOString()}::timestamptz - interval '23 hours'`))
      .having(sql`count(*) = ${watchedFolders.length}`);
    const isDue = notificationUrl()
      ? and(eq(status, "connected"), sql`${tid} is not null`, notExists(fresh))
      : sql`exists ${some}`;
    return tx
      .select({ teamId, senderAccountId: id })
      .from(senderAccounts)
      .where(and(sql`mod(abs(hashtext(${id}::text)::bigint), 4) = ${quarter}`, isDue));
  });
}
