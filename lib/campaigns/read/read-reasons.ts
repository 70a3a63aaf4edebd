import { sql } from "drizzle-orm";
import { anyOf } from "@/db/access/any-of";
import { instantOf, readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";
import { openStatuses, type WaitReason } from "@/db/schema/words";
import { changedMails } from "../wait/changed-mails";
import { inReview } from "../wait/in-review";
import { waitingDrafts } from "../wait/waiting-drafts";

/** Contacts of a campaign that wait for one reason. */
export type WaitingGroup = {
  reason: WaitReason;
  count: number;
  /** Of these, so many have a mail that stands in Review: it waits for a person besides. */
  inReview: number;
  /** Earliest time the reason can change, of the group's first contact. */
  from: Date | null;
  firstName: string;
  firstContactId: string;
};

/** Every waiting contact counts under exactly one reason, so the groups add up to those who wait. */
export async function readReasons(tx: TeamTransaction, campaignId: string): Promise<WaitingGroup[]> {
  const isOpen = sql`c.campaign_id = ${campaignId} and c.status in ${anyOf(openStatuses)}`;
  // Whoever waits first is looked up by their time; where nobody has one, anybody of the group does: all hundred thousand would be sorted for it.
  const groups = await readRows<Pick<WaitingGroup, "reason" | "count"> & { from: string | null; name: string; contact: string }>(
    tx,
    sql`select g.reason, g.count, g.from, coalesce(p.name, p.email) as name, p.id as contact
        from (select ${reasonOf} as reason, count(*)::int as count, min(c.next_at) as from, (array_agg(c.contact_id))[1] as anybody
              from campaign_contacts c where ${isOpen} group by 1) g
          cross join lateral (select p.* from contacts p where p.id = coalesce((select c.contact_id from campaign_contacts c
            where ${isOpen} and c.next_at = g.from and ${reasonOf} = g.reason order by c.position limit 1), g.anybody) limit 1) p
        order by g.reason`,
  );
  const besides = groups.some(({ reason }) => reason !== "needs_signature")
    ? await countBesides(tx, campaignId)
    : new Map<WaitReason, number>();
  // Of those who wait for a signature alone the rest: whoever was signed a moment ago is told of it a moment later.
  const others = [...besides.values()].reduce((sum, count) => sum + count, 0);
  const alone = (await countInReview(tx, campaignId)) - others;
  return groups.map(({ reason, count, from, name, contact }) => ({
    reason,
    count,
    inReview: reason === "needs_signature" ? Math.max(0, Math.min(count, alone)) : (besides.get(reason) ?? 0),
    from: instantOf(from),
    firstName: name,
    firstContactId: contact,
  }));
}

const reasonOf = sql`coalesce(c.wait_reason, 'being_written')`;

/** Of those who wait for something else than a signature, how many have a mail in Review besides. */
async function countBesides(tx: TeamTransaction, campaignId: string): Promise<Map<WaitReason, number>> {
  const rows = await readRows<Pick<WaitingGroup, "reason" | "count">>(
    tx,
    sql`select ${reasonOf} as reason, count(*)::int as count from campaign_contacts c join (${inReview(campaignId)}) r on r.enrolment = c.id
        where c.campaign_id = ${campaignId} and c.status in ${anyOf(openStatuses)} and c.wait_reason is distinct from 'needs_signature' group by 1`,
  );
  return new Map(rows.map(({ reason, count }) => [reason, count]));
}

/** So many mails of a campaign stand in Review, also of people it has ended for. */
export async function countInReview(tx: TeamTransaction, campaignId: string): Promise<number> {
  const [row] = await readRows<{ count: number }>(
    tx,
    sql`select coalesce((select w.waiting from ${waitingDrafts} w where w.campaign_id = ${campaignId}), 0)
          + (select count(*)::int ${changedMails} and d.campaign_id = ${campaignId}) as count`,
  );
  return row?.count ?? 0;
}
