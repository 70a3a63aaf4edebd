import { type SQL, sql } from "drizzle-orm";
import { lowerCase } from "@/db/access/lower-case";
import { readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";
import { domainOf, normalAddress } from "../mail/address";

export type Match = {
  matchedBy: "headers" | "conversation" | "address" | "report" | "token" | "by hand";
  /** Null of a mail without a campaign, whose own row is `singleMailId`. */
  campaignContactId: string | null;
  campaignId: string | null;
  singleMailId: string | null;
  contactId: string;
  /** Null for a token of somebody whose mails left before there was a ledger. */
  deliveryId: string | null;
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
  /** Our own Exchange wrote the report. Anybody else's counts only where it names a mail of ours. */
  byExchange?: boolean;
  /** Our own marks in a mail that a report returns. */
  sendKeys?: string[];
};

/**
 * Finds the mail a message belongs to, by the surest key first: its headers, its conversation, an address of its sender. Message-IDs are known all
 * over the world, so an answer that went to a colleague's mailbox counts where it comes from the recipient's own domain; a conversation
 * is known to one mailbox only.
 */
export async function matchMessage(tx: TeamTransaction, keys: MatchKeys): Promise<Match | null> {
  const address = keys.address === null ? null : normalAddress(keys.address);
  if (keys.report && keys.sendKeys?.length) {
    const row = await one(
      tx,
      sql`d.send_key = any(${sql.param(keys.sendKeys)}::text[]) and d.sender_account_id = ${keys.senderAccountId}`,
    );
    if (row) return { ...row, matchedBy: "report" };
  }
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
    const known = row ?? (keys.report || address === null ? null : await byThread(tx, keys, address));
    if (known) return { ...known, matchedBy: "conversation" };
  }
  // Words about an address are anybody's to write: without a mail of ours they are believed of our own Exchange alone.
  if (address && (!keys.report || keys.byExchange)) {
    const row = await byAddress(tx, keys, address);
    if (row) return { ...row, matchedBy: "address" };
  }
  return null;
}

/** The mail that a message joins of which somebody says whose it is: the last that had left to them, before all from the mailbox it came to. */
export async function matchByHand(
  tx: TeamTransaction,
  contactId: string,
  message: { senderAccountId: string; receivedAt: Date },
): Promise<Match | null> {
  const earlier = sql`d.contact_id = ${contactId} and d.accepted_at <= ${message.receivedAt.toISOString()}::timestamptz`;
  const row = (await one(tx, sql`${earlier} and d.sender_account_id = ${message.senderAccountId}`)) ?? (await one(tx, earlier));
  return row && { ...row, matchedBy: "by hand" };
}

/** Whoever was never mailed and whose message was placed writes on in the same conversation, from an address of theirs. */
async function byThread(tx: TeamTransaction, keys: MatchKeys, address: string): Promise<Omit<Match, "matchedBy"> | null> {
  const [row] = await readRows<Pick<Match, "contactId" | "sender">>(
    tx,
    sql`select n.contact_id as "contactId", m.email_norm as sender
        from contact_addresses a join mailbox_messages n on n.contact_id = a.contact_id join sender_accounts m on m.id = n.sender_account_id
        where a.address_norm = ${address} and n.sender_account_id = ${keys.senderAccountId} and n.conversation_id = ${keys.conversationId}
        order by n.received_at desc limit 1`,
  );
  const noMail = { campaignContactId: null, campaignId: null, singleMailId: null, deliveryId: null, sentEmailId: null };
  return row ? { ...noMail, ...row, recipient: address } : null;
}

/** By whichever address a person is known. What comes from one that somebody said is theirs may speak of anything. */
async function byAddress(tx: TeamTransaction, keys: MatchKeys, address: string) {
  const topic = bareSubject(keys.subject);
  const said = sql`exists (select 1 from sent_emails e
      where (e.delivery_id = d.id or e.campaign_contact_id = d.campaign_contact_id) and ${bare} <> '' and position(${bare} in ${topic}) > 0)`;
  const of = (theirs: SQL) =>
    sql`d.sender_account_id = ${keys.senderAccountId} and d.accepted_at is not null and exists (select 1 from contact_addresses a
        where a.contact_id = d.contact_id and ${theirs} and (${topic} = '' or ${keys.report} or a.kind = 'answers from' or ${said}))`;
  const exact = await one(tx, of(sql`a.address_norm = ${address}`));
  if (exact || keys.report) return exact;
  // "pat+news@x.example" is pat's own mailbox, and answers come from pat. Looked for only when nobody has the very address.
  return one(tx, of(sql`regexp_replace(a.address_norm, '\\+[^@]*@', '@') = ${address.replace(/^([^+@]*)\+[^@]*@/, "$1@")}`));
}

/** Where our mail went; the contact's address may have been corrected since. */
const recipient = lowerCase(
  sql`trim(coalesce((select c.recipient_email from campaign_contacts c where c.id = d.campaign_contact_id),
    (select h.recipient_email from single_mails h where h.draft_id = d.draft_id)))`,
);
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
          (select h.id from single_mails h where h.draft_id = d.draft_id) as "singleMailId",
          (select e.id from sent_emails e where e.delivery_id = d.id) as "sentEmailId", ${recipient} as recipient,
          (select m.email_norm from sender_accounts m where m.id = d.sender_account_id) as sender
        from deliveries d where ${condition} order by d.submitted_at desc nulls last limit 1`,
  );
  return row ?? null;
}
