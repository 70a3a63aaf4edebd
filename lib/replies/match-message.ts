import { type SQL, sql } from "drizzle-orm";
import { lowerCase } from "@/db/access/lower-case";
import { readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";
import { domainOf, normalAddress } from "../mail/address";

export type Match = {
  matchedBy: "headers" | "conversation" | "address" | "report";
  campaignContactId: string;
  campaignId: string;
  contactId: string;
  deliveryId: string;
  sentEmailId: string | null;
  /** Where our mail went, and the mailbox it left from; lower-case. */
  recipient: string;
  sender: string;
};

export type MatchKeys = {
  senderAccountId: string;
  /** Message-IDs the message answers or reports on. */
  answers: string[];
  conversationId: string | null;
  /** Address it came from, or the failed recipient of a report. */
  address: string | null;
  subject: string;
  report: boolean;
};

/**
 * Finds the mail a message belongs to, by the surest key first: its headers, its conversation, its address. Message-IDs are known all
 * over the world, so an answer that went to a colleague's mailbox counts where it comes from the recipient's own domain; a conversation
 * is known to one mailbox only.
 */
export async function matchMessage(tx: TeamTransaction, keys: MatchKeys): Promise<Match | null> {
  const address = keys.address === null ? null : normalAddress(keys.address);
  if (keys.answers.length > 0) {
    const row = await one(
      tx,
      sql`d.internet_message_id = any(${sql.param(keys.answers)}::text[]) and (d.sender_account_id = ${keys.senderAccountId}
        or (not ${keys.report} and split_part(${recipient}, '@', 2) = ${domainOf(address)}))`,
    );
    if (row) return { ...row, matchedBy: keys.report ? "report" : "headers" };
  }
  if (keys.conversationId) {
    // A person may write on in our thread by hand: a report about their mail to somebody else is none about ours.
    const ours = keys.report ? sql`${recipient} = ${address}` : sql`true`;
    const row = await one(
      tx,
      sql`d.conversation_id = ${keys.conversationId} and d.sender_account_id = ${keys.senderAccountId} and ${ours}`,
    );
    if (row) return { ...row, matchedBy: "conversation" };
  }
  if (address) {
    const topic = bareSubject(keys.subject);
    const of = (people: SQL) =>
      sql`d.sender_account_id = ${keys.senderAccountId} and d.accepted_at is not null and d.contact_id in (select id from contacts where ${people})
        and (${topic} = '' or ${keys.report} or exists (select 1 from sent_emails e
          where e.campaign_contact_id = d.campaign_contact_id and ${bare} <> '' and position(${bare} in ${topic}) > 0))`;
    // "pat+news@x.example" is pat's own mailbox, and answers come from pat. Looked for only when nobody has the very address.
    const tagged = sql`regexp_replace(email_norm, '\\+[^@]*@', '@') = ${address.replace(/\+[^@]*@/, "@")}`;
    const row = (await one(tx, of(sql`email_norm = ${address}`))) ?? (keys.report ? null : await one(tx, of(tagged)));
    if (row) return { ...row, matchedBy: "address" };
  }
  return null;
}

/** Where our mail went; the contact's address may have been corrected since. */
const recipient = lowerCase(sql`(select trim(c.recipient_email) from campaign_contacts c where c.id = d.campaign_contact_id)`);
/** Subject of a sent mail without the answer marks that it may have had from the start. */
const bare = sql`regexp_replace(${lowerCase(sql`e.subject`)}, '^(\\s*(re|aw|sv|antw|tr|wg|fw|fwd|vs|rif)\\s*:\\s*)+', '')`;

/** The subject without answer and forward marks, lower-case. */
export function bareSubject(subject: string): string {
  return subject
    .replace(/^(\s*(re|aw|sv|antw|tr|wg|fw|fwd|vs|rif|undeliverable|unzustellbar|automatic reply)\s*(\[\d+\])?\s*:)+/i, "")
    .trim()
    .toLowerCase();
}

async function one(tx: TeamTransaction, condition: ReturnType<typeof sql>) {
  const [row] = await readRows<Omit<Match, "matchedBy">>(
    tx,
    sql`select d.campaign_contact_id as "campaignContactId", d.campaign_id as "campaignId", d.contact_id as "contactId", d.id as "deliveryId",
          (select e.id from sent_emails e where e.delivery_id = d.id) as "sentEmailId", ${recipient} as recipient,
          (select m.email_norm from sender_accounts m where m.id = d.sender_account_id) as sender
        from deliveries d where ${condition} order by d.submitted_at desc nulls last limit 1`,
  );
  return row ?? null;
}
