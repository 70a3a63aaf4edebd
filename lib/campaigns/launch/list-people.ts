import { type SQL, sql } from "drizzle-orm";
import { anyOf } from "@/db/access/any-of";
import { suppressedContacts } from "@/db/access/suppressions-of";
import { openStatuses, underWay } from "@/db/schema/words";

/** Why somebody on the list is not mailed by this campaign. */
export type LeftOut = "suppressed" | "own_domain" | "running";

/**
 * Everybody on a campaign's list who is not archived, each with the reason to leave them out, or null: who is suppressed by any address,
 * colleagues (an address in a domain that one of the team's own mailboxes receives at), people open in another campaign.
 * A query with the columns contact_id, email, added_at, created_at, left_out.
 */
export function listPeople(campaignId: string): SQL {
  return sql`
    select p.id as contact_id, p.email, l.added_at, p.created_at, case
        when p.id in ${suppressedContacts} then 'suppressed'
        when split_part(p.email_norm, '@', 2) in (select split_part(a, '@', 2) from sender_accounts m, unnest(m.email_norm || m.addresses) a) then 'own_domain'
        when exists (select 1 from campaign_contacts x join campaigns k on k.id = x.campaign_id
          where x.contact_id = p.id and x.campaign_id <> c.id and x.status in ${anyOf(openStatuses)} and k.status in ${anyOf(underWay)}) then 'running'
        end as left_out
    from campaigns c join contact_list_members l on l.list_id = c.list_id join contacts p on p.id = l.contact_id
    where c.id = ${campaignId} and p.archived_at is null`;
}
