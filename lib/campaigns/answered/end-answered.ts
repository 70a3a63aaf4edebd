import { sql } from "drizzle-orm";
import { anyOf } from "@/db/access/any-of";
import { readRows } from "@/db/access/read-rows";
import type { Scope, TeamTransaction } from "@/db/access/with-team";
import { emailReplies, type mailboxMessages } from "@/db/schema/replies";
import { openStatuses } from "@/db/schema/words";
import { endContacts } from "../end-contact";
import { findColleagues } from "./find-colleagues";

/** An answer as it was written down, and what it answers. */
export type Answer = {
  message: Pick<
    typeof mailboxMessages.$inferSelect,
    "senderAccountId" | "internetMessageId" | "fromEmail" | "subject" | "snippet" | "receivedAt"
  >;
  contactId: string;
  campaignId: string | null;
  campaignContactId: string | null;
  sentEmailId: string | null;
};

/**
 * What a person's answer does: it is kept, the campaign it answers and every other one ends for them, and where a campaign stops for the
 * company, for their colleagues. One that ended before is marked as answered all the same. The caller holds their enrolments.
 * @param reason why it ends: an answer may also ask for no more mail.
 */
export async function endAnswered(
  tx: TeamTransaction,
  scope: Scope,
  answer: Answer,
  reason: "replied" | "asked not to be mailed",
  now: Date,
): Promise<void> {
  const { message, contactId, campaignId, campaignContactId, sentEmailId } = answer;
  const colleagues = await findColleagues(tx, contactId, campaignContactId);
  const answered = await markAnswered(tx, contactId, campaignContactId, message.receivedAt);
  await endContacts(tx, { teamId: scope.teamId }, answered, reason, now);
  await endContacts(tx, { teamId: scope.teamId }, colleagues, "company answered", now);
  const { senderAccountId, internetMessageId: messageId, fromEmail, subject, snippet, receivedAt } = message;
  await tx
    .insert(emailReplies)
    .values({ sentEmailId, campaignId, contactId, messageId, receivedAt, subject, snippet, senderAccountId, fromEmail })
    .onConflictDoNothing();
}

/** Everybody who answered counts once wherever it ended for them by it, and where they had got every mail, or their address had bounced. */
async function markAnswered(
  tx: TeamTransaction,
  contactId: string,
  campaignContactId: string | null,
  receivedAt: Date,
): Promise<string[]> {
  const rows = await readRows<{ id: string }>(
    tx,
    sql`update campaign_contacts set replied_at = coalesce(replied_at, ${receivedAt.toISOString()}::timestamptz)
        where contact_id = ${contactId} and (id = ${campaignContactId}::uuid or status in ${anyOf(openStatuses)}) returning id`,
  );
  return rows.map(({ id }) => id);
}
