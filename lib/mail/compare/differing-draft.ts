import { type SQL, sql } from "drizzle-orm";

/** The draft of the mail that left otherwise than signed and holds this contact of a campaign: a person has to look at it, not at the one that waits. */
export function differingDraft(campaignContact: SQL): SQL {
  return sql`(select w.draft_id from mail_differences y join deliveries w on w.id = y.delivery_id
    where w.campaign_contact_id = ${campaignContact} and y.place <> 'draft' and y.settled_at is null and w.read_back is distinct from 'asked'
    order by y.found_at limit 1)`;
}
