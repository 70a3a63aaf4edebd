import { type SQL, sql } from "drizzle-orm";
import { anyOf } from "@/db/access/any-of";
import { underWay } from "@/db/schema/words";
import { changedMails, isNotChanged } from "./changed-mails";

/**
 * The `enrolment` of whoever is open in a campaign and has a mail in Review, once each, as a query to join those who are open with: drafts that wait
 * for a signature, and mails that were changed in Outlook, whatever their people wait for besides. Of whom the campaign has ended for it may name some.
 */
export function inReview(campaignId: string): SQL {
  return sql`select d.campaign_contact_id as enrolment from email_drafts d
      where d.campaign_id = ${campaignId} and d.status = 'draft' and d.rejected_at is null and ${isNotChanged}
        and exists (select 1 from campaigns k where k.id = ${campaignId} and k.status in ${anyOf(underWay)})
    union select d.campaign_contact_id ${changedMails} and d.campaign_id = ${campaignId}`;
}
