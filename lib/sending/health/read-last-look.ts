import { sql } from "drizzle-orm";
import { instantOf, readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";

/** When a mailbox was last looked into and used, and what the looks counted. */
export type LastLook = {
  readAt: Date | null;
  sentAt: Date | null;
  sentTo: string | null;
  repliedAt: Date | null;
  /** How long the newest message had lain there when it was taken in. */
  lagMs: number | null;
  /** The nightly re-reading: when, and how many messages it found that no look had. */
  reconciledAt: Date | null;
  differences: number;
  /** Notifications of new mail, and what came that none told of. */
  notifications: number;
  notificationsMissed: number;
  /** Messages that Exchange does not give out, given up after a few tries. */
  setAside: number;
};

type Dates = "readAt" | "sentAt" | "repliedAt" | "reconciledAt";

export async function readLastLook(tx: TeamTransaction, senderAccountId: string): Promise<LastLook> {
  const [row] = await readRows<Omit<LastLook, Dates> & Record<Dates, string | null>>(
    tx,
    sql`select (select y.last_polled_at from mailbox_syncs y where y.sender_account_id = m.id and y.folder = 'inbox') as "readAt",
          e.sent_at as "sentAt", coalesce(p.name, e.recipient_email) as "sentTo",
          (select max(r.received_at) from email_replies r where r.sender_account_id = m.id) as "repliedAt",
          w.lag_ms as "lagMs", w.reconciled_at as "reconciledAt", coalesce(w.differences, 0) as differences,
          coalesce(w.notifications, 0) as notifications, coalesce(w.notifications_missed, 0) as "notificationsMissed",
          (select count(*)::int from mailbox_set_asides a where a.sender_account_id = m.id and a.given_up_at is not null) as "setAside"
        from sender_accounts m left join mailbox_watches w on w.sender_account_id = m.id
          left join lateral (select * from sent_emails e where e.sender_account_id = m.id order by e.sent_at desc limit 1) e on true
          left join contacts p on p.id = e.contact_id
        where m.id = ${senderAccountId}`,
  );
  if (!row) throw new Error("No such mailbox in this team.");
  return {
    ...row,
    readAt: instantOf(row.readAt),
    sentAt: instantOf(row.sentAt),
    repliedAt: instantOf(row.repliedAt),
    reconciledAt: instantOf(row.reconciledAt),
  };
}
