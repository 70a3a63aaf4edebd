import { and, eq, isNotNull, isNull, lte, or } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { senderAccounts } from "@/db/schema/senders";
import type { MailboxTrouble } from "@/db/schema/words";
import { emit } from "../events/emit";
import { wakeMailbox } from "../slots/wake-mailbox";

/**
 * The mailbox works again, or is tried again: its campaigns are looked over, so that mail goes on. What the trouble was and since when
 * stays beside it, for the case that it comes back at once.
 * @param now when the look began that found it sound: a trouble of after that stays. @param which only this trouble.
 */
export async function clearTrouble(scope: Scope, senderAccountId: string, now: Date, which?: MailboxTrouble) {
  const { id, status, trouble, troubleSince } = senderAccounts;
  const held = which ? eq(trouble, which) : isNotNull(trouble);
  await withTeam(scope, async (tx) => {
    const cleared = await tx
      .update(senderAccounts)
      .set({ trouble: null })
      .where(and(eq(id, senderAccountId), eq(status, "connected"), held, or(isNull(troubleSince), lte(troubleSince, now))))
      .returning({ id });
    if (cleared.length === 0) return;
    const data = { teamId: scope.teamId, senderAccountId };
    await emit(tx, "mailbox/back", [{ eventId: `back:${senderAccountId}:${now.getTime()}`, data }]);
    await wakeMailbox(tx, scope.teamId, senderAccountId);
  });
}
