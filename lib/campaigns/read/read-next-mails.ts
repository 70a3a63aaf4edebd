import { type SQL, sql } from "drizzle-orm";
import { anyOf } from "@/db/access/any-of";
import { instantOf, readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";
import { doubtful, type WaitReason } from "@/db/schema/words";
import { sends } from "../../senders/mailbox-hold";

export type NextMail = {
  at: Date;
  draftId: string;
  contactId: string;
  name: string;
  company: string | null;
  /** Its campaign and step; null of a mail by hand. */
  campaignId: string | null;
  campaignName: string | null;
  stepName: string | null;
  mailbox: string;
  /** IANA zone of the campaign, or the one in which the time of a mail by hand was meant. */
  timezone: string;
  /** What its person waits for, as it was last written down: says why a minute passed and it has not left. Null of a mail by hand. */
  waitReason: WaitReason | null;
};

/**
 * The mails that have a slot and leave next, earliest first: of one campaign, or of the team. A mailbox that is signed out or in trouble sends none, and a mail in doubt
 * may have left; while all sending is stopped a mail by hand keeps its slot and is none of them.
 */
export async function readNextMails(tx: TeamTransaction, only: { campaignId?: string }, limit: number): Promise<NextMail[]> {
  const where: SQL = only.campaignId ? sql`and e.campaign_id = ${only.campaignId}` : sql``;
  const rows = await readRows<Omit<NextMail, "at"> & { at: string }>(
    tx,
    sql`select e.scheduled_for as at, e.draft_id as "draftId", p.id as "contactId", coalesce(p.name, p.email) as name, p.company,
          c.id as "campaignId", c.name as "campaignName", q.name as "stepName", m.email as mailbox,
          coalesce(g.timezone, h.leave_zone, t.timezone) as timezone, o.wait_reason as "waitReason"
        from scheduled_emails e join contacts p on p.id = e.contact_id join email_drafts d on d.id = e.draft_id join teams t on t.id = e.team_id
          join sender_accounts m on m.id = e.sender_account_id left join campaigns c on c.id = e.campaign_id left join campaign_settings g on g.campaign_id = c.id
          left join campaign_sequences q on q.id = d.sequence_id left join single_mails h on h.draft_id = d.id
          left join campaign_contacts o on o.id = e.campaign_contact_id
        where e.status = 'pending' and (c.status = 'active' or h.ended_reason is null and h.id is not null)
          and not exists (select 1 from team_stops x where x.lifted_at is null) and ${sends} ${where}
          and not exists (select 1 from deliveries v where v.draft_id = e.draft_id and v.state in ${anyOf(doubtful)}) order by e.scheduled_for, e.id limit ${limit}`,
  );
  return rows.map((row) => ({ ...row, at: instantOf(row.at) }));
}
