import { sql } from "drizzle-orm";
import { instantOf, readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";
import type { CampaignStatus } from "@/db/schema/words";
import { toTemporal } from "../../schedule/clock/to-temporal";
import { localDay } from "../../schedule/local-day";
import { heldSince, holdOf, type MailboxHold, sends } from "../../senders/mailbox-hold";
import { digestShown } from "../../shown/digest-shown";
import { readShownOf, type Shown } from "../../shown/read-shown";
import type { PauseSeen } from "../resume-campaign";
import { changedMails } from "../wait/changed-mails";
import { waitingDrafts } from "../wait/waiting-drafts";
import { pausedFor } from "./paused-for";
import { type ContactCounts, noContacts, readCounts } from "./read-counts";

export type CampaignRow = {
  id: string;
  name: string;
  status: CampaignStatus;
  mailbox: string | null;
  /** Why nothing leaves from its mailbox, and since when; null while mail leaves. */
  mailboxHeld: { by: MailboxHold; at: Date } | null;
  listName: string | null;
  /** How many the list holds at the moment, of a draft; null of others, whose people are fixed. */
  listPeople: number | null;
  steps: number;
  /** So many of its mails stand in Review, whatever they wait for besides. */
  toSign: number;
  /** The mail that leaves next, of a campaign that sends. */
  next: { at: Date; name: string } | null;
  /** Of the team's day: left, and left or signed with a minute. */
  sentToday: number;
  plannedToday: number;
  /** People who got at least one mail. */
  mailed: number;
  archived: boolean;
  launchedAt: Date | null;
  completedAt: Date | null;
  /** The last change of it, its texts or its rules. */
  updatedAt: Date;
  /** Paused by itself: because the sent copy of the mail `draftId` differs, or a rule refused its mail with the words `because`. */
  paused: { by: string | null; at: Date; draftId: string | null; because: string | null } | null;
  /** What resuming acts on; null unless it is paused. */
  pause: PauseSeen | null;
  counts: ContactCounts;
};

type Row = Pick<
  CampaignRow,
  | "id"
  | "name"
  | "status"
  | "mailbox"
  | "listName"
  | "listPeople"
  | "steps"
  | "toSign"
  | "sentToday"
  | "plannedToday"
  | "mailed"
  | "archived"
> &
  Record<
    | "heldAt"
    | "nextAt"
    | "nextName"
    | "launchedAt"
    | "completedAt"
    | "pauseId"
    | "pausedAt"
    | "pausedBy"
    | "pausedFor"
    | "because",
    string | null
  > & {
    updatedAt: string;
    heldBy: MailboxHold | null;
  };

/** Every campaign: what waits for somebody first, then what sends, drafts, and what is finished; or those that were put away. */
export async function readCampaigns(
  tx: TeamTransaction,
  timezone: string,
  now: Date,
  { archived }: { archived: boolean } = { archived: false },
): Promise<CampaignRow[]> {
  const { start, end } = localDay({ timeZone: timezone }, toTemporal(now));
  const rows = await readRows<Row>(
    tx,
    sql`select c.id, c.name, c.status, m.email as mailbox, case when not ${sends} then ${holdOf} end as "heldBy", ${heldSince} as "heldAt",
          l.name as "listName",
          case when c.status = 'draft' then (select count(*)::int from contact_list_members x join contacts p on p.id = x.contact_id
             where x.list_id = c.list_id and p.archived_at is null) end as "listPeople",
          (select count(*)::int from campaign_sequences q where q.campaign_id = c.id) as steps,
          (coalesce(w.waiting, 0) + coalesce(o.count, 0))::int as "toSign",
          n.at as "nextAt", n.name as "nextName",
          coalesce(t.sent, 0)::int as "sentToday", (coalesce(t.sent, 0) + coalesce(s.planned, 0))::int as "plannedToday",
          (select count(*)::int from campaign_contacts x where x.campaign_id = c.id and x.current_sequence_step > 0) as mailed,
          c.launched_at as "launchedAt", c.completed_at as "completedAt", c.archived_at is not null as archived,
          greatest(c.updated_at, (select max(q.updated_at) from campaign_sequences q where q.campaign_id = c.id),
            (select g.updated_at from campaign_settings g where g.campaign_id = c.id)) as "updatedAt",
          p.id as "pauseId", b.name as "pausedBy", ${pausedFor} as "pausedFor", p.because, p.paused_at as "pausedAt"
        from campaigns c left join sender_accounts m on m.id = c.sender_account_id
          left join contact_lists l on l.id = c.list_id
          left join campaign_pauses p on p.campaign_id = c.id and p.resumed_at is null left join members b on b.id = p.paused_by
          left join lateral (select e.scheduled_for as at, coalesce(p.name, p.email) as name from scheduled_emails e join contacts p on p.id = e.contact_id
            where e.campaign_id = c.id and e.status = 'pending' and c.status = 'active' and ${sends}
            order by e.scheduled_for limit 1) n on true
          left join (select campaign_id, count(*) as sent from sent_emails
            where sent_at >= ${start.toString()}::timestamptz group by 1) t on t.campaign_id = c.id
          left join (select campaign_id, count(*) as planned from scheduled_emails
            where status = 'pending' and scheduled_for < ${end.toString()}::timestamptz group by 1) s on s.campaign_id = c.id
          left join ${waitingDrafts} w on w.campaign_id = c.id
          left join (select d.campaign_id, count(*) as count ${changedMails} and d.campaign_id is not null group by 1) o on o.campaign_id = c.id
        where c.archived_at is ${archived ? sql`not null` : sql`null`}
        order by c.created_at desc`,
  );
  const counts = await readCounts(tx);
  const shown = await readShownOf(
    tx,
    rows.filter(({ status }) => status === "paused").map(({ id }) => id),
  );
  return rows.map((row) => finish(row, counts.get(row.id) ?? noContacts, shown.get(row.id))).sort((a, b) => rank(a) - rank(b));
}

function finish(
  { heldBy, heldAt, nextAt, nextName, pauseId, pausedAt, pausedBy, pausedFor, because, ...row }: Row,
  counts: ContactCounts,
  shown: Shown | undefined,
): CampaignRow {
  return {
    ...row,
    mailboxHeld: heldBy && heldAt ? { by: heldBy, at: instantOf(heldAt) } : null,
    next: nextAt ? { at: instantOf(nextAt), name: nextName ?? "" } : null,
    paused: pausedAt ? { by: pausedBy, at: instantOf(pausedAt), draftId: pausedFor, because } : null,
    pause: shown ? { pauseId, digest: digestShown(shown) } : null,
    launchedAt: instantOf(row.launchedAt),
    completedAt: instantOf(row.completedAt),
    updatedAt: instantOf(row.updatedAt),
    counts,
  };
}

function rank(campaign: CampaignRow): number {
  if (campaign.status === "completed") return 5;
  if (campaign.status === "draft") return 4;
  if (campaign.status === "paused") return 3;
  if (campaign.mailboxHeld) return 0;
  return campaign.toSign > 0 ? 1 : 2;
}
