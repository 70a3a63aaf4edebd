import { type SQL, sql } from "drizzle-orm";
import { anyOf } from "@/db/access/any-of";
import { draftedInMailbox, openStatuses, underWay, withExchange } from "@/db/schema/words";

/**
 * Whom a mailbox is to mail next, one row a contact, as the rest of a query: `c` the contact in its campaign, `k` the campaign, `m` the mailbox,
 * `s` the next step, `d` its draft and `v` its place in the ledger, where there are any.
 */
export function toBeMailedFrom(senderAccountId: string): SQL {
  return sql`from campaign_contacts c join campaigns k on k.id = c.campaign_id join sender_accounts m on m.id = c.sender_account_id
      join campaign_sequences s on s.campaign_id = c.campaign_id and s.sequence_order = c.current_sequence_step + 1
      left join email_drafts d on d.campaign_contact_id = c.id and d.sequence_id = s.id
      left join deliveries v on v.draft_id = d.id
    where c.sender_account_id = ${senderAccountId} and c.status in ${anyOf(openStatuses)} and k.status in ${anyOf(underWay)}`;
}

/** The first mail of a sequence; the others follow one that this mailbox sent. */
export const isFirst = sql`c.current_sequence_step = 0`;

/**
 * Their mail stays with the mailbox: it left or may have, is given up, or lies there as a draft that nobody can take out now. A draft that
 * can be taken out is, by the sweep, and only then its mail leaves from elsewhere.
 */
export const stays = sql`coalesce(v.state in ${anyOf(withExchange)} or v.state = 'failed' or (v.state in ${anyOf(draftedInMailbox)}
    and (m.status <> 'connected' or m.trouble in ('no_licence', 'unreadable'))), false)`;

/** A live signature stands on their next mail. */
export const isSigned = sql`(d.status in ('approved', 'scheduled') and exists (select 1 from signatures g where g.draft_id = d.id and g.voided_at is null))`;

/** The condition on `t`, a row of sender_accounts, that mails can be handed over to it. */
export const takesOver = sql`(t.status = 'connected' and t.trouble is null and t.tid is not null
    and not exists (select 1 from mailbox_guards y where y.sender_account_id = t.id and y.ended_at is null))`;
