import { sql } from "drizzle-orm";
import type { TeamTransaction } from "@/db/access/with-team";
import type { mailboxMessages } from "@/db/schema/replies";
import type { ThreadLabel } from "@/db/schema/words";
import { joinsThread } from "./joins-thread";

type Noted = Pick<
  typeof mailboxMessages.$inferSelect,
  "id" | "senderAccountId" | "kind" | "receivedAt" | "isOld" | "wish" | "wishBy"
>;

/**
 * Puts a message of somebody's into their thread, which begins with it or is to do again because of it. What answers by itself, what came before
 * the mailbox was connected, and whoever asked for no more mail leave nothing to do. A label that a person gave stays. The newest of a thread, which is shown
 * and answered, is the newest that a person wrote, in whatever order messages are found.
 */
export async function noteMessage(tx: TeamTransaction, message: Noted, contactId: string): Promise<void> {
  if (!joinsThread(message)) return;
  const asks = message.kind !== "automatic" && !message.isOld;
  const settled = message.wish === "remove";
  const proposed = proposedBy(message);
  const at = sql`${message.receivedAt.toISOString()}::timestamptz`;
  const isNewest = sql`(${message.kind !== "automatic"}::boolean, ${at}) >=
    (select n.kind <> 'automatic', t.last_in_at from mailbox_messages n where n.id = t.last_message_id)`;
  await tx.execute(
    sql`insert into reply_threads as t (sender_account_id, contact_id, state, unread, last_message_id, last_in_at, last_out_at, label, label_by)
        values (${message.senderAccountId}, ${contactId}, ${asks && !settled ? "open" : "done"}, ${asks}, ${message.id}, ${at},
          (select max(s.sent_at) from sent_emails s where s.contact_id = ${contactId} and s.sender_account_id = ${message.senderAccountId}),
          ${proposed}, ${proposed && message.wishBy})
        on conflict (team_id, contact_id, sender_account_id) do update set version = t.version + 1,
            last_message_id = case when ${isNewest} then excluded.last_message_id else t.last_message_id end,
            last_in_at = case when ${isNewest} then excluded.last_in_at else t.last_in_at end${
              asks
                ? sql`, state = ${settled ? "done" : "open"}, unread = true, snoozed_until = null, snoozed_by = null, done_at = null, done_by = null,
              label = case when t.label_by = 'person' then t.label else coalesce(excluded.label, t.label) end,
              label_by = case when t.label_by = 'person' then t.label_by else coalesce(excluded.label_by, t.label_by) end`
                : sql``
            }`,
  );
}

/** The label that its words propose. */
function proposedBy({ wish }: Noted): ThreadLabel | null {
  return wish === "later" || wish === "wrong person" ? wish : null;
}
