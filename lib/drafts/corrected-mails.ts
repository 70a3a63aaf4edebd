import { type SQL, sql } from "drizzle-orm";
import { anyOf } from "@/db/access/any-of";
import { openStatuses, underWay, withExchange } from "@/db/schema/words";

/**
 * Signed mails that have not left and were signed under another address than their mailbox has, as the rest of a query: `d` is the draft,
 * `c` the contact in its campaign or `h` the mail without one, `m` the mailbox.
 */
export const correctedMails: SQL = sql`from email_drafts d
    left join campaign_contacts c on c.id = d.campaign_contact_id
    left join campaigns k on k.id = d.campaign_id
    left join single_mails h on h.draft_id = d.id
    join sender_accounts m on m.id = coalesce(c.sender_account_id, d.sender_account_id)
    left join deliveries v on v.draft_id = d.id
  where (d.status = 'approved' or d.status = 'scheduled') and d.signed_from <> m.email
    and ((c.status in ${anyOf(openStatuses)} and k.status in ${anyOf(underWay)}) or (h.id is not null and h.ended_reason is null))
    and (v.state is null or v.state not in ${anyOf([...withExchange, "failed"])})
    and exists (select 1 from signatures g where g.draft_id = d.id and g.voided_at is null)`;
