import { sql } from "drizzle-orm";

/**
 * The draft whose sent copy a campaign was paused for, for a pause `p`: both were written in one moment, and nobody paused it. Null for
 * every other pause.
 */
export const pausedFor = sql`case when p.paused_at is not null and p.paused_by is null then (
    select y.draft_id from mail_differences x join deliveries y on y.id = x.delivery_id
    where y.campaign_id = p.campaign_id and x.place = 'sent' and x.found_at = p.paused_at limit 1) end`;
