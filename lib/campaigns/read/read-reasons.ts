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
  const rows = await readRows<
    Pick<WaitingGroup, "reason" | "count" | "inReview"> & { from: string | null; name: string; contact: string }
  >(
    tx,
    sql`select g.reason, g.count, g."inReview", g.from, coalesce(p.name, p.email) as name, p.id as contact
        from (select coalesce(c.wait_reason, 'being_written') as reason, count(*)::int as count, count(r.enrolment)::int as "inReview", min(c.next_at) as from,
                (array_agg(c.contact_id order by c.next_at nulls last, c.position))[1] as first
              from campaign_contacts c left join (${inReview(campaignId)}) r on r.enrolment = c.id
              where c.campaign_id = ${campaignId} and c.status in ${anyOf(openStatuses)} group by 1) g
          join contacts p on p.id = g.first order by g.reason`,
  );
  return rows.map((row) => ({
    reason: row.reason,
    count: row.count,
    inReview: row.inReview,
    from: instantOf(row.from),
    firstName: row.name,
    firstContactId: row.contact,
  }));
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
