import { and, eq, isNotNull } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { ignoredSenders, mailboxMessages } from "@/db/schema/replies";
import { AppError } from "../../errors/app-error";
import { recordActivity } from "../../events/record-activity";
import { normalAddress } from "../../mail/address";
import { lockUnplaced } from "./lock-unplaced";

/**
 * Says that a message is not for us: it leaves the list, and so does all that its sender wrote and will write that belongs to nobody. A
 * report's sender is not remembered, since it speaks of many.
 * @returns whether the sender was remembered by this.
 */
export async function hideMessage(scope: Scope, messageId: string, now: Date): Promise<{ remembered: boolean }> {
  return withTeam(scope, async (tx) => {
    const message = await lockUnplaced(tx, scope, messageId, now);
    await tx.update(mailboxMessages).set({ hiddenAt: now, hiddenBy: scope.memberId }).where(eq(mailboxMessages.id, messageId));
    const address = normalAddress(message.fromEmail ?? "");
    const speaksForItself = ["reply", "meeting", "automatic"].includes(message.kind) && address !== "";
    const remembered = speaksForItself
      ? await tx
          .insert(ignoredSenders)
          .values({ emailNorm: address, createdAt: now, createdBy: scope.memberId })
          .onConflictDoNothing()
          .returning({ id: ignoredSenders.id })
      : [];
    await recordActivity(tx, scope, { verb: "put a message aside", at: now, detail: { messageId, address } });
    return { remembered: remembered.length > 0 };
  });
}

/** Takes that back: the message waits again, and its sender is heard. @throws AppError "not_found" where it is not hidden. */
export async function showMessage(scope: Scope, messageId: string): Promise<void> {
  await withTeam(scope, async (tx) => {
    const [message] = await tx
      .update(mailboxMessages)
      .set({ hiddenAt: null, hiddenBy: null })
      .where(and(eq(mailboxMessages.id, messageId), isNotNull(mailboxMessages.hiddenAt)))
      .returning({ from: mailboxMessages.fromEmail });
    if (!message) throw new AppError("not_found");
    await tx.delete(ignoredSenders).where(eq(ignoredSenders.emailNorm, normalAddress(message.from ?? "")));
  });
}
