import { eq } from "drizzle-orm";
import { type Scope, type TeamTransaction, withTeam } from "@/db/access/with-team";
import { campaignContacts } from "@/db/schema/campaigns";
import { mailboxMessages } from "@/db/schema/replies";
import type { WishWord } from "@/db/schema/words";
import { lockEnrolments } from "../../campaigns/answered/lock-answered";
import { endEverywhere } from "../../campaigns/end-contact";
import { AppError } from "../../errors/app-error";
import { recordActivity } from "../../events/record-activity";
import { watchGuard } from "../../senders/guard/watch-guard";
import { suppressPerson } from "../../suppressions/suppress-person";

/**
 * A person says what an answer asks for; null: for nothing. No more mail suppresses, having left the company ends every campaign; the others are
 * kept with the answer alone. @throws AppError "not_found", "conflict" for a message that belongs to nobody yet.
 */
export async function decideWish(scope: Scope, messageId: string, wish: WishWord | null, now: Date): Promise<void> {
  await withTeam(scope, async (tx) => {
    const [message] = await tx.select().from(mailboxMessages).where(eq(mailboxMessages.id, messageId));
    if (!message) throw new AppError("not_found");
    const { contactId, campaignContactId } = message;
    if (!contactId) throw new AppError("conflict", "Say first whose message this is.");
    await lockEnrolments(tx, contactId);
    await tx.update(mailboxMessages).set({ wish, wishBy: "person" }).where(eq(mailboxMessages.id, messageId));
    if (wish === "remove") {
      const recipient = await recipientOf(tx, campaignContactId);
      await suppressPerson(
        tx,
        contactId,
        { reason: "asked in a reply", campaignContactId, memberId: scope.memberId },
        recipient ? [recipient] : [],
      );
      await endEverywhere(tx, { teamId: scope.teamId }, contactId, "asked not to be mailed", now);
      await recordActivity(tx, scope, { verb: "suppressed", contactId, at: now });
      await watchGuard(tx, scope, campaignContactId, now);
    }
    if (wish === "left") await endEverywhere(tx, scope, contactId, "left the company", now);
  });
}

async function recipientOf(tx: TeamTransaction, campaignContactId: string | null): Promise<string | null> {
  if (!campaignContactId) return null;
  const [row] = await tx
    .select({ to: campaignContacts.recipientEmail })
    .from(campaignContacts)
    .where(eq(campaignContacts.id, campaignContactId));
  return row?.to ?? null;
}
