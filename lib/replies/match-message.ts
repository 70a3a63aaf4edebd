import { sql } from "drizzle-orm";
import { lowerCase } from "@/db/access/lower-case";
import { readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";

export type Match = {
  matchedBy: "headers" | "conversation" | "address" | "report";
  campaignContactId: string;
  campaignId: string;
  contactId: string;
  deliveryId: string;
  sentEmailId: string | null;
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

/** Finds the mail a message belongs to, by the surest key first: its headers, its conversation, its address. */
export async function matchMessage(tx: TeamTransaction, keys: MatchKeys): Promise<Match | null> {
  const address = keys.address?.trim().toLowerCase() ?? null;
  if (keys.answers.length > 0) {
    const row = await one(
      tx,
      sql`d.internet_message_id = any(${sql.param(keys.answers)}::text[]) and d.sender_account_id = ${keys.senderAccountId}`,
    );
    if (row) return { ...row, matchedBy: keys.report ? "report" : "headers" };
  }
  if (keys.conversationId) {
    // A person may write on in our thread by hand: a report about their mail to somebody else is none about ours.
    const ours = keys.report
      ? sql`${lowerCase(sql`(select c.recipient_email from campaign_contacts c where c.id = d.campaign_contact_id)`)} = ${address}`
      : sql`true`;
    const row = await one(
      tx,
      sql`d.conversation_id = ${keys.conversationId} and d.sender_account_id = ${keys.senderAccountId} and ${ours}`,
    );
    if (row) return { ...row, matchedBy: "conversation" };
  }
  if (address) {
    const topic = bareSubject(keys.subject);
    const row = await one(
      tx,
      sql`d.sender_account_id = ${keys.senderAccountId} and d.accepted_at is not null
        and d.contact_id in (select id from contacts where email_norm = ${address})
        and (${topic} = '' or ${keys.report} or exists (select 1 from sent_emails e
          where e.campaign_contact_id = d.campaign_contact_id and e.subject <> '' and position(${lowerCase(sql`e.subject`)} in ${topic}) > 0))`,
    );
    if (row) return { ...row, matchedBy: "address" };
  }
  return null;
}

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
          (select e.id from sent_emails e where e.delivery_id = d.id) as "sentEmailId"
        from deliveries d where ${condition} order by d.submitted_at desc nulls last limit 1`,
  );
  return row ?? null;
}
