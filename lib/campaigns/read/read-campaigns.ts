import { sql } from "drizzle-orm";
import { instantOf, readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";
import { type ContactCounts, noContacts, readCounts } from "./read-counts";

export type CampaignRow = {
  id: string;
  name: string;
  status: "draft" | "active" | "paused" | "completed";
  mailbox: string | null;
  mailboxSignedOut: boolean;
  listName: string | null;
  steps: number;
  toSign: number;
  nextAt: Date | null;
  lastSentAt: Date | null;
  launchedAt: Date | null;
  completedAt: Date | null;
  createdAt: Date;
  pausedBy: string | null;
  pausedAt: Date | null;
  timezone: string;
  counts: ContactCounts;
};

/** Every campaign: what waits for somebody first, then what sends, drafts, and what is finished. */
export async function readCampaigns(tx: TeamTransaction): Promise<CampaignRow[]> {
  type Row = Omit<CampaignRow, "counts" | "nextAt" | "lastSentAt" | "launchedAt" | "completedAt" | "createdAt" | "pausedAt"> &
    Record<"nextAt" | "lastSentAt" | "launchedAt" | "completedAt" | "pausedAt", string | null> & { createdAt: string };
  const rows = await readRows<Row>(
    tx,
    sql`select c.id, c.name, c.status, m.email as mailbox, coalesce(m.status = 'signed_out', false) as "mailboxSignedOut", l.name as "listName",
          (select count(*)::int from campaign_sequences q where q.campaign_id = c.id) as steps,
          (select count(*)::int from email_drafts d join campaign_contacts x on x.id = d.campaign_contact_id
             where d.campaign_id = c.id and d.status = 'draft' and d.rejected_at is null and x.status in ('pending', 'in_progress')) as "toSign",
          (select min(e.scheduled_for) from scheduled_emails e where e.campaign_id = c.id and e.status = 'pending') as "nextAt",
          (select max(e.sent_at) from sent_emails e where e.campaign_id = c.id) as "lastSentAt",
          c.launched_at as "launchedAt", c.completed_at as "completedAt", c.created_at as "createdAt",
          b.name as "pausedBy", u.paused_at as "pausedAt", g.timezone
        from campaigns c join campaign_settings g on g.campaign_id = c.id left join sender_accounts m on m.id = c.sender_account_id
          left join contact_lists l on l.id = c.list_id
          left join campaign_pauses u on u.campaign_id = c.id and u.resumed_at is null left join members b on b.id = u.paused_by
        order by c.created_at desc`,
  );
  const counts = await readCounts(tx);
  const campaigns = rows.map((row) => ({
    ...row,
    nextAt: instantOf(row.nextAt),
    lastSentAt: instantOf(row.lastSentAt),
    launchedAt: instantOf(row.launchedAt),
    completedAt: instantOf(row.completedAt),
    pausedAt: instantOf(row.pausedAt),
    createdAt: instantOf(row.createdAt),
    counts: counts.get(row.id) ?? noContacts,
  }));
  return campaigns.sort((a, b) => rank(a) - rank(b));
}

function rank(campaign: CampaignRow): number {
  if (campaign.status === "completed") return 4;
  if (campaign.status === "draft") return 3;
  if (campaign.mailboxSignedOut || campaign.toSign > 0) return 0;
  return campaign.status === "active" ? 1 : 2;
}
