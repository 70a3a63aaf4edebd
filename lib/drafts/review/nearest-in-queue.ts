import { type SQL, sql } from "drizzle-orm";
import { anyOf } from "@/db/access/any-of";
import { readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";
import { openStatuses } from "@/db/schema/words";
import { isNotChanged } from "../../campaigns/wait/changed-mails";
import { isLongQueue, waitingDrafts } from "../../campaigns/wait/waiting-drafts";
import { byHand, type QueueOf } from "./queue-of";
import { queuedDrafts } from "./queued-drafts";

/** Of one campaign, in the order of the queue. */
const waits = sql`c.status in ${anyOf(openStatuses)} and d.status = 'draft' and d.rejected_at is null and ${isNotChanged}`;
const then = sql`c.position, d.sequence_step, d.id`;

/**
 * A condition on `d`, a draft, that it is one of some among which the first `count` of the queue are, whatever the size of its campaigns: of each in which most people wait for a
 * signature those that fall due first, and those without a time that were written first, both read in the order of an index and no further than enough are found; of the others all,
 * and all mails by hand. One statement over everybody sorts a hundred thousand for five hundred.
 * @param few where no more wait in a campaign they are simply all taken. @returns null where nothing is gained.
 */
export async function nearestInQueue(tx: TeamTransaction, of: QueueOf, count: number, few?: number): Promise<SQL | null> {
  if (of === byHand) return null;
  const campaigns = await readRows<{ id: string; isLong: boolean }>(
    tx,
    sql`select w.campaign_id as id, ${isLongQueue(few)} as "isLong" from ${waitingDrafts} w where w.waiting > 0 ${of === null ? sql`` : sql`and w.campaign_id = ${of}`}`,
  );
  const idsOf = (long: boolean) => sql.param(campaigns.filter(({ isLong }) => isLong === long).map(({ id }) => id));
  if (!campaigns.some(({ isLong }) => isLong)) return null;
  return sql`d.id = any(array(
    select n.id from unnest(${idsOf(true)}::uuid[]) k(id) cross join lateral (
      (select d.id from campaign_contacts c join email_drafts d on d.campaign_contact_id = c.id
        where c.campaign_id = k.id and c.next_at is not null and ${waits} order by c.next_at, ${then} limit ${count})
      union all
      (select d.id from email_drafts d join campaign_contacts c on c.id = d.campaign_contact_id
        where d.campaign_id = k.id and c.next_at is null and ${waits} order by d.created_at, ${then} limit ${count})) n
    union all select d.id from email_drafts d where d.campaign_id = any(${idsOf(false)}::uuid[]) and d.status = 'draft' and d.rejected_at is null
    ${of === null ? sql`union all select d.id ${queuedDrafts(byHand)}` : sql``}))`;
}
