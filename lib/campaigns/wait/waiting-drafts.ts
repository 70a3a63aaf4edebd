import { type SQL, sql } from "drizzle-orm";
import { anyOf } from "@/db/access/any-of";
import { openStatuses, underWay } from "@/db/schema/words";

/**
 * How many drafts of each campaign wait for a signature, as a table `campaign_id`, `waiting` to select from: exactly those that `queuedDrafts`
 * (lib/drafts/review) lists of campaigns, without reading them. What the database counted is corrected by what it has noted and not yet put aside,
 * and by what was changed in Outlook and waits otherwise.
 */
export const waitingDrafts: SQL = sql`(select w.campaign_id, sum(w.waiting)::int as waiting from (
    select r.campaign_id, r.waiting from review_counts r
    union all select d.campaign_id, (c.status in ${anyOf(openStatuses)})::int - (not d.shelved)::int
      from (select distinct q.campaign_contact_id from review_moves q) q join campaign_contacts c on c.id = q.campaign_contact_id
        join email_drafts d on d.campaign_contact_id = c.id
      where d.status = 'draft' and d.rejected_at is null
    union all select d.campaign_id, -1 from email_drafts d join campaign_contacts c on c.id = d.campaign_contact_id
      where d.status = 'draft' and d.rejected_at is null and c.status in ${anyOf(openStatuses)} and d.id in (
        select v.draft_id from mail_differences x join deliveries v on v.id = x.delivery_id where x.settled_at is null and x.place <> 'sent')) w
  join campaigns k on k.id = w.campaign_id where k.status in ${anyOf(underWay)} group by 1)`;

/**
 * The condition on `w`, a campaign's row of them, that they are many, and no few among very many who are under way: only then the first of them are found sooner by walking past its people
 * in the order of an index than by sorting them. @param few no more than so many are sorted anyway.
 */
export const isLongQueue = (few = 2_000): SQL =>
  sql`(w.waiting > ${few}::int and 3 * w.waiting > coalesce((select (l.counts ->> 'enrolled')::int from campaign_launches l where l.campaign_id = w.campaign_id), 0))`;
