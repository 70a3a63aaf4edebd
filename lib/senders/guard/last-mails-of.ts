import { type SQL, sql } from "drizzle-orm";
import { anyOf } from "@/db/access/any-of";
import { lowerCase } from "@/db/access/lower-case";
import { ownWishes } from "@/db/schema/words";
import { lastMails } from "./judge-guard";

/** It left for certain: what is in doubt is told apart first. */
const left = sql`state in ('accepted', 'confirmed')`;

/** The mailbox that wrote to somebody last in the enrolment `of`: theirs was the mail that was answered. */
const lastSender = (of: SQL) =>
  sql`(select d.sender_account_id from deliveries d where d.campaign_contact_id = ${of} and d.${left} order by d.submitted_at desc limit 1)`;

/**
 * Suppressions `s` that still hold for the contact of `w`, by address or by what is left of an erased one: one that was lifted says that it was not so.
 */
const held = sql`(select s.* from contact_addresses a join suppressions s on s.email_norm = a.address_norm where a.contact_id = w.contact_id and s.lifted_at is null
    union all
    select s.* from contact_addresses a join suppressions s on s.id = a.hashed_in where a.contact_id = w.contact_id and s.lifted_at is null)`;

/**
 * The last mails of a mailbox that left, in the order of leaving, none from before somebody let it go on, as a query to select from. Columns:
 * contact_id; dead: a report about this very mail says that the address is dead; opted_out: the person asked not to be mailed after this mailbox had
 * written to them last, by link, in words, or by complaint. What people corrected since is left out.
 */
export function lastMailsOf(senderAccountId: SQL): SQL {
  return sql`select w.contact_id,
        s.status = 'bounced' and exists (select 1 from mailbox_messages n where n.contact_id = w.contact_id and n.campaign_contact_id = w.campaign_contact_id
            and n.kind = 'bounce' and not n.is_old and (n.failed_address is null
              or exists (select 1 from suppressions x where x.email_norm = ${lowerCase(sql`trim(c.recipient_email)`)} and x.lifted_at is null)
              or exists (select 1 from ${held} s where s.address_hash is not null))) as dead,
        exists (select 1 from ${held} s where s.reason in ${anyOf(ownWishes)} and s.campaign_contact_id is not null
            and ${lastSender(sql`s.campaign_contact_id`)} = ${senderAccountId}
            and (s.reason <> 'asked in a reply' or exists (select 1 from mailbox_messages n where n.contact_id = w.contact_id
              and n.campaign_contact_id = s.campaign_contact_id and n.wish = 'remove'))) as opted_out
      from (select d.id, d.contact_id, d.campaign_contact_id from deliveries d where d.sender_account_id = ${senderAccountId} and d.${left}
          and d.submitted_at > coalesce((select max(g.ended_at) from mailbox_guards g where g.sender_account_id = ${senderAccountId}), '-infinity')
          order by d.submitted_at desc limit ${lastMails}) w
        join campaign_contacts c on c.id = w.campaign_contact_id left join sent_emails s on s.delivery_id = w.id`;
}
