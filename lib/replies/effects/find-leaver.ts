import { sql } from "drizzle-orm";
import { lowerCase } from "@/db/access/lower-case";
import { readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";
import type { Match } from "../match-message";

/**
 * Who has a token of this team, whatever address it came from and whichever mailbox it came to: it stands in a mail of ours to one person in one
 * campaign, or in one mail by hand. Null where nobody has it.
 */
export async function findLeaver(tx: TeamTransaction, token: string): Promise<Match | null> {
  const [row] = await readRows<Omit<Match, "matchedBy">>(
    tx,
    sql`select c.id as "campaignContactId", c.campaign_id as "campaignId", null as "singleMailId", c.contact_id as "contactId", d.id as "deliveryId",
          (select e.id from sent_emails e where e.delivery_id = d.id) as "sentEmailId", ${lowerCase(sql`trim(c.recipient_email)`)} as recipient,
          m.email_norm as sender
        from campaign_contacts c join sender_accounts m on m.id = c.sender_account_id
          left join lateral (select v.id from deliveries v where v.campaign_contact_id = c.id order by v.submitted_at desc nulls last limit 1) d on true
        where c.unsubscribe_token = ${token}
        union all
        select null, null, h.id, h.contact_id, v.id, (select e.id from sent_emails e where e.delivery_id = v.id), ${lowerCase(sql`trim(h.recipient_email)`)}, m.email_norm
        from single_mails h join email_drafts d on d.id = h.draft_id join sender_accounts m on m.id = d.sender_account_id
          left join deliveries v on v.draft_id = h.draft_id
        where h.unsubscribe_token = ${token}`,
  );
  return row ? { ...row, matchedBy: "token" } : null;
}
