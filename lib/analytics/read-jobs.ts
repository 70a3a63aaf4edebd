import { sql } from "drizzle-orm";
import { anyOf } from "@/db/access/any-of";
import { instantOf, readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";
import { openStatuses, underWay, type WaitReason } from "@/db/schema/words";
import { changedMails } from "../campaigns/wait/changed-mails";
import { countWaiting } from "../drafts/review/count-waiting";
import { guardOf, type OpenGuard } from "../senders/guard/guard-of";
import { heldSince, holdOf, type MailboxHold, sends } from "../senders/mailbox-hold";
import type { ToSignToday } from "./forecast-to-sign";
import { type Replies, readReplies } from "./read-replies";

/** What waits for a person today. */
export type Jobs = {
  /** `leaveToday` of them can leave today, if all are signed `before`. */
  toSign: { count: number; blocked: number; leaveToday: number; before: Date | null };
  /** Mails that were changed, deleted or sent in Outlook, and the draft of the first. */
  changed: { count: number; draftId: string | null };
  replies: Replies;
  mailboxes: {
    id: string;
    email: string;
    hold: MailboxHold;
    code: string | null;
    guard: OpenGuard | null;
    since: Date;
    waiting: number;
  }[];
  /** Mails of which nobody can tell whether they left, and the draft of the first. */
  doubts: { count: number; draftId: string | null };
  /** Mails whose sent copy differs from what was signed and nobody has looked at: those that hold something, a campaign where it `pauses`, and those only asked about. */
  differing: { count: number; draftId: string | null; pauses: boolean };
  asked: { count: number; draftId: string | null };
  /** Who waits because the team has sent what it may to others in 24 hours, and when the first may go on. */
  budget: { count: number; from: Date | null };
  /** Domains that fail to prove themselves, so that first mails wait: who waits for them. */
  domains: { count: number };
  /** Campaigns that paused by themselves, because a rule refused their mail with these words. */
  refused: { campaignId: string; name: string; because: string; at: Date }[];
};

/** Who waits for one reason in a campaign that runs, or with a mail by hand. */
const waitingFor = (reason: WaitReason) => sql`select c.next_at from campaign_contacts c join campaigns k on k.id = c.campaign_id
      where c.wait_reason = ${reason} and c.status in ${anyOf(openStatuses)} and k.status = 'active'
    union all select h.next_at from single_mails h where h.wait_reason = ${reason} and h.ended_reason is null`;

export async function readJobs(tx: TeamTransaction, today: ToSignToday[]): Promise<Jobs> {
  const sign = await countWaiting(tx, null);
  const [changed] = await readRows<Jobs["changed"]>(
    tx,
    sql`select count(*)::int as count, (array_agg(d.id order by x.found_at, d.id))[1] as "draftId" ${changedMails}`,
  );
  const replies = await readReplies(tx);
  const mailboxes = await readRows<Omit<Jobs["mailboxes"][number], "since"> & { since: string }>(
    tx,
    sql`select m.id, m.email, ${holdOf} as hold, m.trouble_code as code, ${guardOf} as guard, ${heldSince} as since,
          (select count(*)::int from campaign_contacts c join campaigns k on k.id = c.campaign_id
             where c.sender_account_id = m.id and c.status in ${anyOf(openStatuses)} and k.status in ${anyOf(underWay)})
            + (select count(*)::int from single_mails h join email_drafts d on d.id = h.draft_id
                 where d.sender_account_id = m.id and h.ended_reason is null and d.status in ('approved', 'scheduled')) as waiting
        from sender_accounts m where ${holdOf} is not null order by ${sends}, since`,
  );
  const [doubt] = await readRows<{ count: number; draftId: string | null }>(
    tx,
    sql`select count(*)::int as count, (array_agg(draft_id order by submitted_at))[1] as "draftId" from deliveries where state = 'review'`,
  );
  const differing = await readRows<{ asked: boolean; count: number; draftId: string | null; pauses: boolean }>(
    tx,
    sql`select v.read_back = 'asked' as asked, count(*)::int as count, (array_agg(v.draft_id order by x.found_at))[1] as "draftId",
          bool_or(v.campaign_id is not null) as pauses
        from mail_differences x join deliveries v on v.id = x.delivery_id where x.place = 'sent' and x.settled_at is null group by 1`,
  );
  const refused = await readRows<Omit<Jobs["refused"][number], "at"> & { at: string }>(
    tx,
    sql`select k.id as "campaignId", k.name, p.because, p.paused_at as at from campaign_pauses p join campaigns k on k.id = p.campaign_id
        where k.status = 'paused' and p.resumed_at is null and p.because is not null order by p.paused_at`,
  );
  const [budget] = await readRows<{ count: number; from: string | null }>(
    tx,
    sql`select count(*)::int as count, min(x.next_at) as from from (${waitingFor("team_budget_used")}) x`,
  );
  const [domains] = await readRows<Jobs["domains"]>(
    tx,
    sql`select count(*)::int as count from (${waitingFor("domain_unproven")}) x`,
  );
  const ofCopies = (asked: boolean) => differing.find((row) => row.asked === asked) ?? { count: 0, draftId: null, pauses: false };
  return {
    toSign: {
      count: sign.waiting,
      blocked: sign.blocked,
      leaveToday: today.reduce((sum, one) => sum + one.mails.length, 0),
      before: today.reduce<Date | null>((first, one) => (first && first < one.before ? first : one.before), null),
    },
    changed: changed ?? { count: 0, draftId: null },
    replies,
    mailboxes: mailboxes.map((row) => ({ ...row, since: instantOf(row.since) })),
    doubts: { count: doubt?.count ?? 0, draftId: doubt?.draftId ?? null },
    differing: ofCopies(false),
    asked: ofCopies(true),
    budget: { count: budget?.count ?? 0, from: instantOf(budget?.from ?? null) },
    domains: domains ?? { count: 0 },
    refused: refused.map((row) => ({ ...row, at: instantOf(row.at) })),
  };
}
