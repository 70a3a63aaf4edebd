import { sql } from "drizzle-orm";
import { instantOf, readRows } from "@/db/access/read-rows";
import { type Scope, withTeam } from "@/db/access/with-team";
import { toTemporal } from "../schedule/clock/to-temporal";
import { localDay } from "../schedule/local-day";

export type MailboxRow = {
  id: string;
  email: string;
  displayName: string | null;
  status: "connected" | "signed_out";
  statusReason: string | null;
  statusSince: Date;
  connectedBy: string | null;
  connectedAt: Date | null;
  /** Mails that left today, and those that have a slot later today; a day of the team's zone. */
  sentToday: number;
  plannedToday: number;
  lastReplyAt: Date | null;
  lastPolledAt: Date | null;
  /** People who were ever mailed from it, and of them those who answered and those whose address bounced. */
  mailed: number;
  replied: number;
  bounced: number;
  signatureHtml: string;
};

/** The team's mailboxes, those that cannot send on top. Disconnected ones are left out. */
export function readMailboxes(scope: Scope, timezone: string, now: Date): Promise<MailboxRow[]> {
  const { start, end } = localDay({ timeZone: timezone }, toTemporal(now));
  type Dates = "statusSince" | "connectedAt" | "lastReplyAt" | "lastPolledAt";
  return withTeam(scope, async (tx) => {
    const rows = await readRows<
      Omit<MailboxRow, Dates> & { statusSince: string } & Record<Exclude<Dates, "statusSince">, string | null>
    >(
      tx,
      sql`select s.id, s.email, s.display_name as "displayName", s.status, s.status_reason as "statusReason", s.status_since as "statusSince",
            b.name as "connectedBy", s.connected_at as "connectedAt", s.signature_html as "signatureHtml", y.last_polled_at as "lastPolledAt",
            (select count(*)::int from sent_emails e where e.sender_account_id = s.id and e.sent_at >= ${start.toString()}::timestamptz) as "sentToday",
            (select count(*)::int from scheduled_emails e where e.sender_account_id = s.id and e.status = 'pending' and e.scheduled_for < ${end.toString()}::timestamptz) as "plannedToday",
            (select count(distinct e.contact_id)::int from sent_emails e where e.sender_account_id = s.id) as mailed,
            (select max(r.received_at) from email_replies r where r.sender_account_id = s.id) as "lastReplyAt",
            (select count(distinct c.contact_id)::int from campaign_contacts c where c.sender_account_id = s.id and c.replied_at is not null) as replied,
            (select count(distinct c.contact_id)::int from campaign_contacts c where c.sender_account_id = s.id and c.status = 'bounced') as bounced
          from sender_accounts s left join members b on b.id = s.connected_by left join mailbox_syncs y on y.sender_account_id = s.id
          where s.status <> 'removed' order by s.status = 'signed_out' desc, s.email`,
    );
    return rows.map((row) => ({
      ...row,
      statusSince: instantOf(row.statusSince),
      connectedAt: instantOf(row.connectedAt),
      lastReplyAt: instantOf(row.lastReplyAt),
      lastPolledAt: instantOf(row.lastPolledAt),
    }));
  });
}
