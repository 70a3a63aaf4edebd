import { randomUUID } from "node:crypto";
import type { Sql } from "postgres";

export type SeededThread = { threadId: string; messageId: string };

type Place = { teamId: string; senderAccountId: string; contactId: string };

/**
 * What somebody wrote to a mailbox, as it is kept once it was read, and their thread, which begins with it or is to do again. Nothing else is done about
 * it: whatever campaign they are in goes on.
 * @param message.graphId under which the mailbox has it; null where it is gone. @param message.state where the thread stands afterwards.
 */
export async function seedThread(
  owner: Sql,
  { teamId, senderAccountId, contactId }: Place,
  message: {
    at: Date;
    text?: string;
    subject?: string;
    kind?: "reply" | "meeting" | "automatic";
    graphId?: string | null;
    /** Its own, where the mailbox has it. */
    internetMessageId?: string;
    from?: string;
    conversationId?: string | null;
    campaignContactId?: string | null;
    sentEmailId?: string | null;
    state?: "open" | "waiting" | "done";
    seenAt?: Date | null;
    wish?: string | null;
    stopped?: { campaignId: string; campaignContactId: string; step: string; wasAt: string | null }[];
  },
): Promise<SeededThread> {
  const { at, text = "Thursday at two works.", subject = "Re: Hello", kind = "reply", state = "open", seenAt = null } = message;
  const internetMessageId = message.internetMessageId ?? `<${randomUUID()}@mail.example>`;
  const [row] = await owner<{ id: string; from: string }[]>`
    insert into mailbox_messages (team_id, sender_account_id, internet_message_id, graph_id, kind, matched_by, campaign_contact_id, contact_id, from_email,
      subject, snippet, received_at, created_at, conversation_id, wish, wish_by, stopped)
    select ${teamId}, ${senderAccountId}, ${internetMessageId}, ${message.graphId ?? null}, ${kind}, 'headers', ${message.campaignContactId ?? null}, p.id, coalesce(${message.from ?? null}::text, p.email),
      ${subject}, ${text}, ${at}, ${new Date(at.getTime() + 4000)}, ${message.conversationId ?? null}, ${message.wish ?? null}, ${message.wish ? "words" : null},
      ${owner.json(message.stopped ?? [])}
    from contacts p where p.id = ${contactId} returning id, from_email as "from"`;
  if (!row) throw new Error("There is no such contact.");
  if (kind !== "automatic") {
    await owner`insert into email_replies (team_id, contact_id, campaign_id, sent_email_id, message_id, received_at, subject, snippet, sender_account_id, from_email, seen_at)
      values (${teamId}, ${contactId}, (select campaign_id from campaign_contacts where id = ${message.campaignContactId ?? null}), ${message.sentEmailId ?? null},
        ${internetMessageId}, ${at}, ${subject}, ${text}, ${senderAccountId}, ${row.from}, ${seenAt})`;
  }
  const [thread] = await owner<{ id: string }[]>`
    insert into reply_threads as t (team_id, sender_account_id, contact_id, state, unread, last_message_id, last_in_at, last_out_at)
    values (${teamId}, ${senderAccountId}, ${contactId}, ${kind === "automatic" ? "done" : state}, ${kind !== "automatic" && state === "open" && !seenAt}, ${row.id}, ${at},
      (select max(sent_at) from sent_emails where team_id = ${teamId} and contact_id = ${contactId} and sender_account_id = ${senderAccountId}))
    on conflict (team_id, contact_id, sender_account_id) do update set state = excluded.state, unread = excluded.unread, version = t.version + 1,
      last_message_id = excluded.last_message_id, last_in_at = excluded.last_in_at returning id`;
  if (!thread) throw new Error("The thread was not written.");
  return { threadId: thread.id, messageId: row.id };
}
