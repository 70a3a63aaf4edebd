import { and, eq, isNotNull } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { campaigns } from "@/db/schema/campaigns";
import { senderAccounts } from "@/db/schema/senders";
import type { MailboxTrouble } from "@/db/schema/words";
import { askFeed } from "../events/ask-feed";

/**
 * The mailbox works again: its campaigns are looked over, so that mail goes on.
 * @param which only this trouble; another one stays.
 */
export async function clearTrouble(scope: Scope, senderAccountId: string, _now: Date, which?: MailboxTrouble) {
  await withTeam(scope, async (tx) => {
    const held = which ? eq(senderAccounts.trouble, which) : isNotNull(senderAccounts.trouble);
    const cleared = await tx
      .update(senderAccounts)
      .set({ trouble: null, troubleCode: null, troubleSince: null, troubleUntil: null })
      .where(and(eq(senderAccounts.id, senderAccountId), eq(senderAccounts.status, "connected"), held))
      .returning({ id: senderAccounts.id });
    if (cleared.length === 0) return;
    const waiting = await tx
      .select({ id: campaigns.id })
      .from(campaigns)
      .where(and(eq(campaigns.senderAccountId, senderAccountId), eq(campaigns.status, "active")));
    await askFeed(
      tx,
      scope.teamId,
      waiting.map(({ id }) => id),
    );
  });
}
