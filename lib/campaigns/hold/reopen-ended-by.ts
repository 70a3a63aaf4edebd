import { and, eq, sql } from "drizzle-orm";
import { lowerCase } from "@/db/access/lower-case";
import { readRows } from "@/db/access/read-rows";
import { suppressionsOf } from "@/db/access/suppressions-of";
import type { Scope, TeamTransaction } from "@/db/access/with-team";
import { emailReplies, mailboxMessages } from "@/db/schema/replies";
import { AppError } from "../../errors/app-error";
import { askFeed } from "../../events/ask-feed";
import { unnoteMessage } from "../../threads/unnote-message";
import { answeredSince } from "../answered-since";

type Ended = { id: string; campaignId: string; contactId: string };

/**
 * Opens again what a person's word about a hold ended at that instant: their campaigns, and those of colleagues. What was written as an answer
 * is an automatic one again. @throws AppError "conflict" where they answered since, or may not be mailed any more.
 */
export async function reopenEndedBy(tx: TeamTransaction, scope: Scope, contactId: string, at: Date): Promise<void> {
  const ended = await lockEnded(tx, contactId, at);
  if (ended.length === 0) return;
  await takeBackAnswer(tx, scope, contactId, at);
  const ids = sql`any(${sql.param(ended.map(({ id }) => id))}::uuid[])`;
  const [since] = await readRows<{ id: string }>(
    tx,
    sql`select c.id from campaign_contacts c where c.id = ${ids} and (${answeredSince} is not null
          or exists (select 1 ${suppressionsOf(sql`c.contact_id`)})
          or exists (select 1 from suppressions s where s.lifted_at is null and s.email_norm = ${lowerCase(sql`c.recipient_email`)})) limit 1`,
  );
  if (since) throw new AppError("conflict", "They answered since, or were suppressed, so nothing is taken back.");
  await tx.execute(
    sql`update campaign_contacts c set status = case when current_sequence_step > 0 then 'in_progress' else 'pending' end, ended_reason = null,
          completed_at = null, stopped_by = null, replied_at = null, wait_reason = 'in_line', next_at = null, run_id = null where c.id = ${ids}`,
  );
  const campaignIds = [...new Set(ended.map(({ campaignId }) => campaignId))];
  // With its last contact a campaign is finished by itself.
  await tx.execute(
    sql`update campaigns set status = 'active', completed_at = null where id = any(${sql.param(campaignIds)}::uuid[])
          and status = 'completed' and completed_by is null and completed_at >= ${at.toISOString()}::timestamptz`,
  );
  await askFeed(tx, scope.teamId, campaignIds);
}

/** What ended by it, campaigns before the contacts in them, each in the order in which everybody takes them. */
async function lockEnded(tx: TeamTransaction, contactId: string, at: Date): Promise<Ended[]> {
  const which = sql`c.completed_at = ${at.toISOString()}::timestamptz and c.campaign_id in (select w.campaign_id from campaign_contacts w where w.contact_id = ${contactId})
    and ((c.contact_id = ${contactId} and c.ended_reason in ('replied', 'left the company')) or c.ended_reason = 'company answered')`;
  await tx.execute(
    sql`select 1 from campaigns k where k.id in (select c.campaign_id from campaign_contacts c where ${which}) order by k.id for no key update`,
  );
  return readRows<Ended>(
    tx,
    sql`select c.id, c.campaign_id as "campaignId", c.contact_id as "contactId" from campaign_contacts c where ${which} order by c.id for no key update`,
  );
}

async function takeBackAnswer(tx: TeamTransaction, scope: Scope, contactId: string, at: Date): Promise<void> {
  const [held] = await readRows<{
    id: string;
    kind: string;
    internetMessageId: string;
    senderAccountId: string;
    label: string | null;
    sentence: string | null;
  }>(
    tx,
    sql`select n.id, n.kind, n.internet_message_id as "internetMessageId", n.sender_account_id as "senderAccountId", case when n.wish_by = 'person' then n.wish end as label, n.wish_sentence as sentence
        from contact_holds h join campaign_contacts c on c.id = h.campaign_contact_id join mailbox_messages n on n.id = h.message_id
        where c.contact_id = ${contactId} and h.ended_at = ${at.toISOString()}::timestamptz and h.ended_by = ${scope.memberId}::uuid limit 1`,
  );
  if (!held) return;
  const { id, kind, internetMessageId, senderAccountId, label, sentence } = held;
  if (label === "left") {
    const before = sentence ? { wish: "left" as const, wishBy: "words" } : { wish: null, wishBy: null };
    await tx.update(mailboxMessages).set(before).where(eq(mailboxMessages.id, id));
  }
  if (kind !== "reply") return;
  await tx.update(mailboxMessages).set({ kind: "automatic" }).where(eq(mailboxMessages.id, id));
  await tx.delete(emailReplies).where(and(eq(emailReplies.contactId, contactId), eq(emailReplies.messageId, internetMessageId)));
  await unnoteMessage(tx, { senderAccountId, contactId });
}
