import { sql } from "drizzle-orm";
import { instantOf, readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";

/** When a mailbox was last looked into and used. */
export type LastLook = {
  readAt: Date | null;
  sentAt: Date | null;
  sentTo: string | null;
  repliedAt: Date | null;
};

type Dates = "readAt" | "sentAt" | "repliedAt";

export async function readLastLook(tx: TeamTransaction, senderAccountId: string): Promise<LastLook> {
  const [row] = await readRows<Omit<LastLook, Dates> & Record<Dates, string | null>>(
    tx,
    sql`select (select y.last_polled_at from mailbox_syncs y where y.sender_account_id = m.id and y.folder = 'inbox') as "readAt",
          e.sent_at as "sentAt", coalesce(p.name, e.recipient_email) as "sentTo",
          (select max(r.received_at) from email_replies r where r.sender_account_id = m.id) as "repliedAt"
        from sender_accounts m left join lateral (select * from sent_emails e where e.sender_account_id = m.id order by e.sent_at desc limit 1) e on true
          left join contacts p on p.id = e.contact_id
        where m.id = ${senderAccountId}`,
  );
  if (!row) throw new Error("No such mailbox in this team.");
  return {
    ...row,
    readAt: instantOf(row.readAt),
    sentAt: instantOf(row.sentAt),
    repliedAt: instantOf(row.repliedAt),
  };
}
