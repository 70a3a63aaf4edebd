import { type SQL, sql } from "drizzle-orm";
import { anyOf } from "@/db/access/any-of";
import { openStatuses, underWay } from "@/db/schema/words";
import { isNotChanged } from "../../campaigns/wait/changed-mails";
import { byHand, type QueueOf } from "./queue-of";
import { queuedDrafts } from "./queued-drafts";

const waits = sql`c.status in ${anyOf(openStatuses)} and d.status = 'draft' and d.rejected_at is null and ${isNotChanged}`;

/**
 * The condition on `d`, a draft, that it is one of some among which the first `count` of the queue are, whatever the size of its campaigns: of each campaign those that fall due first, and those
 * without a time that were written first, each read in the order of an index and no further than enough are found; and all mails by hand. One statement over all sorts a hundred
 * thousand for five hundred. Where few wait among many who are under way it walks past all of these: then all that wait are sooner sorted.
 */
export function isNearestInQueue(of: QueueOf, count: number): SQL {
  if (of === byHand) return sql`true`;
  return sql`d.id = any(array(
    select n.id from campaigns k cross join lateral (
      (select d.id from campaign_contacts c join email_drafts d on d.campaign_contact_id = c.id
        where c.campaign_id = k.id and c.next_at is not null and ${waits} order by c.next_at fetch first ${count} rows with ties)
      union all
      (select d.id from email_drafts d join campaign_contacts c on c.id = d.campaign_contact_id
        where d.campaign_id = k.id and c.next_at is null and ${waits} order by d.created_at fetch first ${count} rows with ties)) n
    where k.status in ${anyOf(underWay)} ${of === null ? sql`union all select d.id ${queuedDrafts(byHand)}` : sql`and k.id = ${of}`}))`;
}
