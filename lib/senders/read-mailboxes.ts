import { sql } from "drizzle-orm";
import { instantOf, readRows } from "@/db/access/read-rows";
import { type Scope, withTeam } from "@/db/access/with-team";
import { toTemporal } from "../schedule/clock/to-temporal";
import { localDay } from "../schedule/local-day";
import { guardOf, type OpenGuard } from "./guard/guard-of";
import { heldSince, holdOf, type MailboxHold, sends } from "./mailbox-hold";

export type MailboxRow = {
  id: string;
  email: string;
  displayName: string | null;
  /** The name its person signs in with, where it is known. */
  signInName: string | null;
  /** What is amiss, or null; Microsoft's code for it; and when it is tried again by itself. */
  hold: MailboxHold | null;
  statusReason: string | null;
  code: string | null;
  heldSince: Date | null;
  triedAgainAt: Date | null;
  /** Why its guard rail paused it, also where something else is amiss besides. */
  guard: OpenGuard | null;
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
  type Dates = "heldSince" | "triedAgainAt" | "connectedAt" | "lastReplyAt" | "lastPolledAt";
  return withTeam(scope, async (tx) => {
    const rows = await readRows<Omit<MailboxRow, Dates> & Record<Dates, string | null>>(
      tx,
      sql`select m.id, m.email, m.display_name as "displayName", m.status_reason as "statusReason", ${holdOf} as hold,
            ${heldSince} as "heldSince", m.trouble_code as code, m.trouble_until as "triedAgainAt", m.sign_in_name as "signInName", ${guardOf} as guard,
            b.name as "connectedBy", m.connected_at as "connectedAt", m.signature_html as "signatureHtml", y.last_polled_at as "lastPolledAt",
            (select count(*)::int from sent_emails e where e.sender_account_id = m.id and e.sent_at >= ${start.toString()}::timestamptz) as "sentToday",
            (select count(*)::int from scheduled_emails e where e.sender_account_id = m.id and e.status = 'pending' and e.scheduled_for < ${end.toString()}::timestamptz) as "plannedToday",
            (select count(distinct e.contact_id)::int from sent_emails e where e.sender_account_id = m.id) as mailed,
            (select max(r.received_at) from email_replies r where r.sender_account_id = m.id) as "lastReplyAt",
            (select count(*)::int from (
               select c.contact_id from campaign_contacts c where c.sender_account_id = m.id and c.replied_at is not null and c.current_sequence_step > 0
               union select r.contact_id from email_replies r join sent_emails e on e.id = r.sent_email_id where e.sender_account_id = m.id and e.campaign_id is null) x) as replied,
            (select count(*)::int from (
               select c.contact_id from campaign_contacts c where c.sender_account_id = m.id and c.status = 'bounced'
               union select e.contact_id from sent_emails e where e.sender_account_id = m.id and e.campaign_id is null and e.status = 'bounced') x) as bounced
          from sender_accounts m left join members b on b.id = m.connected_by left join mailbox_syncs y on y.sender_account_id = m.id and y.folder = 'inbox'
          where m.status <> 'removed' order by ${sends}, ${holdOf} is null, m.email`,
    );
    return rows.map((row) => ({
      ...row,
      heldSince: instantOf(row.heldSince),
      triedAgainAt: instantOf(row.triedAgainAt),
      connectedAt: instantOf(row.connectedAt),
      lastReplyAt: instantOf(row.lastReplyAt),
      lastPolledAt: instantOf(row.lastPolledAt),
    }));
  });
}
