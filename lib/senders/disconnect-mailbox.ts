import { and, eq, ne } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { mailboxTokens, senderAccounts } from "@/db/schema/senders";
import { AppError } from "../errors/app-error";
import { recordActivity } from "../events/record-activity";
import { dropSubscriptions } from "../microsoft/subscriptions/drop-subscriptions";

/**
 * Forgets a mailbox's tokens: nothing leaves from it and nothing is read until somebody connects it again. What it sent stays.
 * @throws AppError "not_found", "conflict" when it is disconnected already.
 */
export async function disconnectMailbox(scope: Scope, senderAccountId: string, now: Date) {
  await dropSubscriptions(scope, senderAccountId);
  await withTeam(scope, async (tx) => {
    const [mailbox] = await tx
      .select({ email: senderAccounts.email })
      .from(senderAccounts)
      .where(eq(senderAccounts.id, senderAccountId));
    if (!mailbox) throw new AppError("not_found");
    const changed = await tx
      .update(senderAccounts)
      .set({ status: "removed", isActive: false, statusReason: "it was disconnected", statusSince: now })
      .where(and(eq(senderAccounts.id, senderAccountId), ne(senderAccounts.status, "removed")))
      .returning({ id: senderAccounts.id });
    if (changed.length === 0) throw new AppError("conflict", "This mailbox was disconnected already.");
    await tx.delete(mailboxTokens).where(eq(mailboxTokens.senderAccountId, senderAccountId));
    await recordActivity(tx, scope, {
      verb: "disconnected a mailbox",
      at: now,
      detail: { senderAccountId, email: mailbox.email },
    });
  });
}
