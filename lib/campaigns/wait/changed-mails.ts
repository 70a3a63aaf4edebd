import { type SQL, sql } from "drizzle-orm";
import { anyOf } from "@/db/access/any-of";
import { openStatuses, underWay } from "@/db/schema/words";

/** Mails that their mailbox's owner changed, deleted or sent in Outlook, and that nobody has settled, as the rest of a query: `d` is the draft, `p` the contact, `x` the difference. */
export const changedMails: SQL = sql`from mail_differences x join deliveries v on v.id = x.delivery_id join email_drafts d on d.id = v.draft_id
    left join campaign_contacts c on c.id = d.campaign_contact_id left join campaigns k on k.id = d.campaign_id left join single_mails h on h.draft_id = d.id join contacts p on p.id = d.contact_id
  where x.settled_at is null and x.place <> 'sent'
    and (x.place = 'by hand' or (d.rejected_at is null and case when h.id is null then c.status in ${anyOf(openStatuses)} and k.status in ${anyOf(underWay)} else h.ended_reason is null end))`;

/** The condition on `d`, a draft, that it is none of them. */
export const isNotChanged: SQL = sql`not exists (select 1 from mail_differences x join deliveries v on v.id = x.delivery_id
    where v.draft_id = d.id and x.settled_at is null and x.place <> 'sent')`;
