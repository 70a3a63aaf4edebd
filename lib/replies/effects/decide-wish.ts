import { eq, sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import { type Scope, type TeamTransaction, withTeam } from "@/db/access/with-team";
import { mailboxMessages } from "@/db/schema/replies";
import type { WishWord } from "@/db/schema/words";
import { lockEnrolments } from "../../campaigns/answered/lock-answered";
import { endEverywhere } from "../../campaigns/end-contact";
import { AppError } from "../../errors/app-error";
import { recordActivity } from "../../events/record-activity";
import { watchGuard } from "../../senders/guard/watch-guard";
import { lockSingles } from "../../singles/lock-singles";
import { suppressPerson } from "../../suppressions/suppress-person";
import { labelByWish } from "./label-by-wish";

/**
 * A person says what an answer asks for; null: for nothing. No more mail suppresses, having left the company ends every campaign; the others are
 * kept with the answer and as the label of its thread. @throws AppError "not_found", "conflict" for a message that belongs to nobody yet.
 */
export async function decideWish(scope: Scope, messageId: string, wish: WishWord | null, now: Date): Promise<void> {
  await withTeam(scope, async (tx) => {
    const [message] = await tx.select().from(mailboxMessages).where(eq(mailboxMessages.id, messageId));
    if (!message) throw new AppError("not_found");
    const { contactId } = message;
    if (!contactId) throw new AppError("conflict", "Say first whose message this is.");
    await lockSingles(tx, [contactId]);
    await lockEnrolments(tx, contactId);
    await labelByWish(tx, scope, { contactId, senderAccountId: message.senderAccountId, wish }, now);
    await tx.update(mailboxMessages).set({ wish, wishBy: "person" }).where(eq(mailboxMessages.id, messageId));
    if (wish === "remove") {
      const { recipient, ...about } = await readAnswered(tx, message);
      const entry = { reason: "asked in a reply", ...about, memberId: scope.memberId } as const;
      await suppressPerson(tx, contactId, entry, recipient ? [recipient] : []);
      await endEverywhere(tx, { teamId: scope.teamId }, contactId, "asked not to be mailed", now);
      await recordActivity(tx, scope, { verb: "suppressed", contactId, at: now });
      await watchGuard(tx, scope, about, now);
    }
    if (wish === "left") await endEverywhere(tx, scope, contactId, "left the company", now);
  });
}

/** The mail that an answer answers: of a campaign, or by hand; where it went. All null where it answers none. */
async function readAnswered(tx: TeamTransaction, { id, campaignContactId }: { id: string; campaignContactId: string | null }) {
  const [mail] = await readRows<{ singleMailId: string | null; recipient: string | null }>(
    tx,
    campaignContactId === null
      ? sql`select h.id as "singleMailId", h.recipient_email as recipient
            from mailbox_messages n join email_replies r on r.sender_account_id = n.sender_account_id and r.message_id = n.internet_message_id
              join sent_emails e on e.id = r.sent_email_id join single_mails h on h.draft_id = e.draft_id where n.id = ${id}`
      : sql`select null as "singleMailId", c.recipient_email as recipient from campaign_contacts c where c.id = ${campaignContactId}`,
  );
  return { campaignContactId, singleMailId: mail?.singleMailId ?? null, recipient: mail?.recipient ?? null };
}
