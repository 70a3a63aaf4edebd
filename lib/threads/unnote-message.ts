import { sql } from "drizzle-orm";
import { anyOf } from "@/db/access/any-of";
import type { TeamTransaction } from "@/db/access/with-team";
import type { mailboxMessages } from "@/db/schema/replies";
import { threadKinds } from "@/db/schema/words";

type Noted = Pick<typeof mailboxMessages.$inferSelect, "senderAccountId" | "contactId">;

/**
 * Somebody's word that a person wrote a message is taken back: it is an automatic answer again. Their thread has the newest that a person wrote as its newest
 * again, and where it was to do because of this one alone, it no longer is.
 */
export async function unnoteMessage(tx: TeamTransaction, { senderAccountId, contactId }: Noted): Promise<void> {
  await tx.execute(
    sql`update reply_threads t set last_message_id = n.id, last_in_at = n.received_at, version = t.version + 1,
          state = case when t.state <> 'open' or n.asks and not n.answered then t.state when n.asks then 'waiting' else 'done' end,
          unread = t.unread and n.asks and not n.answered
        from (select m.id, m.received_at, m.kind <> 'automatic' and not m.is_old as asks,
            exists (select 1 from sent_emails s where s.contact_id = m.contact_id and s.sender_account_id = m.sender_account_id
              and s.campaign_id is null and s.sent_at > m.received_at
              and not signed_before(s.team_id, s.draft_id, noted_at(m.team_id, m.contact_id, m.sender_account_id))) as answered
          from mailbox_messages m where m.contact_id = ${contactId} and m.sender_account_id = ${senderAccountId} and m.kind in ${anyOf(threadKinds)}
          order by m.kind = 'automatic', m.received_at desc, m.id limit 1) n
        where t.contact_id = ${contactId} and t.sender_account_id = ${senderAccountId}`,
  );
}
