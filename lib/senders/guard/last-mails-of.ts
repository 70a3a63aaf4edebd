import { type SQL, sql } from "drizzle-orm";
import { anyOf } from "@/db/access/any-of";
import { ownWishes } from "@/db/schema/words";
import { lastMails } from "./judge-guard";

/** It left for certain: what is in doubt is told apart first. */
const left = sql`state in ('accepted', 'confirmed')`;

/**
 * The mailbox that wrote last to whoever opted out in the enrolment that `s` names, or the one of the mail by hand: theirs was the mail that was
 * answered.
 */
const lastSender = sql`coalesce((select d.sender_account_id from deliveries d where d.campaign_contact_id = s.campaign_contact_id and d.${left} order by d.submitted_at desc limit 1),
  (select d.sender_account_id from single_mails i join deliveries d on d.draft_id = i.draft_id where i.id = s.single_mail_id and d.${left}))`;

/** Whether a message of the contact of `w` says something, still. */
const says = (what: SQL) =>
  sql`exists (select 1 from mailbox_messages n where n.contact_id = w.contact_id and not n.is_old and ${what})`;

/**
 * The last mails of a mailbox that left, in the order of leaving, none from before somebody let it go on, as a query to select from. Columns:
 * contact_id; dead: a report about this very mail says that the address is dead; opted_out: the person asked not to be mailed after this mailbox had
 * written to them last, by link, in words, or by complaint. What people corrected since is left out: an entry that was lifted, an answer that asks for
 * something else. `offset 0` keeps the order in which tables are looked at, whatever the statistics say: each is then one look into an index.
 */
export function lastMailsOf(senderAccountId: SQL): SQL {
  return sql`select w.contact_id, coalesce(h.opted_out, false) as opted_out,
        coalesce(w.status = 'bounced' and ${says(sql`n.campaign_contact_id is not distinct from w.campaign_contact_id and n.kind = 'bounce' and (n.failed_address is null or h.listed)`)}, false) as dead
      from (select d.contact_id, d.campaign_contact_id, (select s.status from sent_emails s where s.delivery_id = d.id) as status
          from deliveries d where d.sender_account_id = ${senderAccountId} and d.${left}
            and d.submitted_at > coalesce((select max(g.ended_at) from mailbox_guards g where g.sender_account_id = ${senderAccountId}), '-infinity')
          order by d.submitted_at desc limit ${lastMails}) w
        left join lateral (select true as listed, bool_or(s.reason in ${anyOf(ownWishes)} and ${lastSender} = ${senderAccountId}
              and (s.reason <> 'asked in a reply' or ${says(sql`n.campaign_contact_id is not distinct from s.campaign_contact_id and n.wish = 'remove'`)})) as opted_out
          from (select a.address_norm, a.hashed_in from contact_addresses a where a.contact_id = w.contact_id offset 0) a
            cross join lateral (select s.reason, s.campaign_contact_id, s.single_mail_id from suppressions s where s.lifted_at is null and s.email_norm = a.address_norm
              union all select s.reason, s.campaign_contact_id, s.single_mail_id from suppressions s where s.lifted_at is null and s.id = a.hashed_in offset 0) s
          having count(*) > 0) h on true`;
}
