import { type SQL, sql } from "drizzle-orm";
import { anyOf } from "@/db/access/any-of";
import { suppressedContacts } from "@/db/access/suppressions-of";
import { openStatuses, underWay } from "@/db/schema/words";
import { isNotChanged } from "../../campaigns/wait/changed-mails";
import { singleBraces } from "../../templates/render/single-braces";

/**
 * The drafts that wait for a signature, of one campaign or of all, as the rest of a query: `d` is the draft, `c` the contact in its campaign,
 * `k` the campaign, `p` the contact.
 */
export function queuedDrafts(campaignId: string | null): SQL {
  const ofCampaign = campaignId ? sql`and d.campaign_id = ${campaignId}` : sql``;
  return sql`from email_drafts d join campaign_contacts c on c.id = d.campaign_contact_id join campaigns k on k.id = d.campaign_id join contacts p on p.id = d.contact_id
    where d.status = 'draft' and d.rejected_at is null and ${isNotChanged} and c.status in ${anyOf(openStatuses)} and k.status in ${anyOf(underWay)} ${ofCampaign}`;
}

/** Those due first on top. */
export const queueOrder: SQL = sql`coalesce(c.next_at, d.created_at), k.launched_at, c.position, d.sequence_step, d.id`;

const subject = sql`coalesce(d.edited_subject, d.subject)`;
const body = sql`coalesce(d.edited_body, d.body)`;
const left = (text: SQL) =>
  sql`(strpos(${text}, '{{') > 0 or strpos(${text}, '}}') > 0 or strpos(${text}, '{%') > 0 or ${text} ~ ${singleBraces.source})`;

/** What `checkDraft` forbids to sign, as far as rows tell: a mail counted here as passing must not be refused when all that pass are signed. */
export const failsCheck: SQL = sql`((cardinality(d.missing_fields) > 0 and d.edited_body is null and d.edited_subject is null)
    or trim(${subject}) = '' or length(${subject}) > 200 or ${left(subject)} or ${left(body)}
    or not exists (select 1 from teams t where t.postal_address ~ '[^[:space:]]')
    or p.id in ${suppressedContacts})`;
