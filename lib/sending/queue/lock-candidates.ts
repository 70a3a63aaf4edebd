import { sql } from "drizzle-orm";
import { anyOf } from "@/db/access/any-of";
import { instantOf, readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";
import { openStatuses, withExchange } from "@/db/schema/words";
import { holdAt } from "../../campaigns/hold/is-held";
import { isLeftOtherwise } from "../../campaigns/wait/is-changed";
import { isElsewhere } from "../../campaigns/wait/wait-facts";
import { isOutside } from "../../limits/is-outside";
import type { Queue } from "./lock-queue";

/** A signed mail without a slot. */
export type Candidate = {
  draftId: string;
  campaignContactId: string;
  contactId: string;
  step: number;
  /** When the delay after the mail before ends, and a hold, and the time somebody moved it to; null for a first mail that none of them holds. */
  dueAt: Date | null;
  /** Whether it goes to somebody outside of the organisation. */
  isOutside: boolean;
  /** The run that waits for the slot, or null when one must be started. */
  runId: string | null;
  admission: number;
};

/**
 * The signed mails of a campaign that may have a slot within `horizonHours`, in the order in which they are to leave. Rows that
 * somebody else changes at this moment are left for the next time; a mail that cannot leave now would keep others from a slot: a follow-up in
 * a mailbox that was not read, a first mail of a domain that has not proved itself, one with a thread that is lost; one to somebody whom another campaign enrolled earlier; one that does not lie
 * in the mailbox as signed, or follows one that left otherwise; one to somebody who is held for longer.
 */
export async function lockCandidates(tx: TeamTransaction, queue: Queue, now: Date, horizonHours: number): Promise<Candidate[]> {
  const until = new Date(now.getTime() + horizonHours * 3_600_000).toISOString();
  // A horizon of a day touches two days of the campaign's zone, so twice the limit is all that can find a place.
  const most = queue.rules.dailyLimit * 2 + 1;
  const readable = queue.isUnread ? sql`s.sequence_order = 1` : sql`true`;
  const rows = await readRows<Omit<Candidate, "dueAt"> & { dueAt: string | null }>(
    tx,
    sql`select d.id as "draftId", c.id as "campaignContactId", c.contact_id as "contactId", s.sequence_order as step, 
          greatest(c.due_at, h.until, w.chosen) as "dueAt", c.run_id as "runId", c.admission, ${isOutside(sql`c.recipient_email`)} as "isOutside"
        from email_drafts d join campaign_contacts c on c.id = d.campaign_contact_id join campaign_sequences s on s.id = d.sequence_id
          join sender_accounts m on m.id = c.sender_account_id left join lateral (select h.id, h.until from ${holdAt(now)}) h on true
          left join ${chosenTimes(queue.campaignId, now)} w on w.draft_id = d.id
        where d.campaign_id = ${queue.campaignId} and c.sender_account_id = ${queue.senderAccountId} and d.status = 'approved' and c.status in ${anyOf(openStatuses)}
          and s.sequence_order = c.current_sequence_step + 1
          and not ${isElsewhere} and (h.id is null or h.until <= ${until}::timestamptz) and (w.chosen is null or w.chosen <= ${until}::timestamptz)
          and ${readable} ${queue.isUnproven ? sql`and s.sequence_order > 1` : sql``} and (s.sequence_order = 1 or c.due_at <= ${until}::timestamptz)
          and exists (select 1 from signatures g where g.draft_id = d.id and g.voided_at is null)
          and coalesce(d.signed_from = m.email, true)
          and not ${isLeftOtherwise(sql`null::uuid`, sql`c.id`)}
          and not exists (select 1 from scheduled_emails e where e.draft_id = d.id and e.status = 'pending')
          and not exists (select 1 from deliveries v where v.draft_id = d.id and (v.state in ${anyOf(withExchange)} or v.state = 'failed' or v.thread_lost_at is not null))
        order by (s.sequence_order > 1) desc, greatest(c.due_at, h.until, w.chosen), c.position, c.id limit ${most}
        for update of d, c skip locked`,
  );
  return rows.map((row) => ({ ...row, dueAt: instantOf(row.dueAt) }));
}

/**
 * Times ahead that somebody chose for mails which lost their slot since, as by a stop: such a mail leaves no earlier all the same. The last choice
 * counts. As a query to join, with draft_id and chosen.
 */
function chosenTimes(campaignId: string, now: Date) {
  return sql`(select e.draft_id, e.scheduled_for as chosen from scheduled_emails e
      where e.campaign_id = ${campaignId} and e.scheduled_for > ${now.toISOString()}::timestamptz and e.moved_by is not null and e.status = 'cancelled'
        and not exists (select 1 from scheduled_emails x where x.campaign_id = e.campaign_id and x.draft_id = e.draft_id and x.moved_by is not null
          and (x.created_at, x.id) > (e.created_at, e.id)))`;
}
