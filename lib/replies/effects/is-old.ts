import { sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";
import type { Match } from "../match-message";

/** Exchange's clock and ours need not be the same, and Exchange tells no parts of seconds. */
const apartMs = 10 * 60_000;

/**
 * Whether a message came before it could be about a mail of ours, such as what lies in an archive for years. It is written down, and nobody is
 * stopped by it.
 *
 * One that belongs to somebody is old where no mail of ours to them had left: that holds in every mailbox alike, so that a copy in one which
 * was connected later hides nothing. One that belongs to nobody is old where it came before its mailbox was first connected. `connected_at` is
 * of the last time, and what came between two connections is as real as any, so that the record says since when; nor is anything old that
 * came after the first mail had left from it, whatever the record holds.
 */
export async function isOld(
  tx: TeamTransaction,
  senderAccountId: string,
  receivedAt: Date,
  match: Match | null,
): Promise<boolean> {
  // Who is known by an earlier message alone was never mailed.
  const isMailed = match && !(match.matchedBy === "conversation" && match.deliveryId === null);
  const at = sql`${new Date(receivedAt.getTime() + apartMs).toISOString()}::timestamptz`;
  const [row] = await readRows<{ old: boolean }>(
    tx,
    isMailed
      ? sql`select not exists (select 1 from campaign_contacts c join deliveries d on d.campaign_contact_id = c.id
            where c.contact_id = ${match.contactId} and coalesce(d.submitted_at, d.created_at) <= ${at})
          and not exists (select 1 from single_mails h join deliveries d on d.draft_id = h.draft_id
            where h.contact_id = ${match.contactId} and coalesce(d.submitted_at, d.created_at) <= ${at}) as old`
      : sql`select m.connected_at > ${at}
          and not exists (select 1 from deliveries d where d.sender_account_id = m.id and d.submitted_at <= ${at})
          and not exists (select 1 from activities a where a.verb = 'connected a mailbox' and a.at <= ${at}
            and a.detail->>'senderAccountId' = m.id::text) as old
        from sender_accounts m where m.id = ${senderAccountId}`,
  );
  return row?.old === true;
}
