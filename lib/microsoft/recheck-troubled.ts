import { and, eq, lte, ne } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { senderAccounts } from "@/db/schema/senders";
import { log } from "../log/log";
import { answerOf } from "./graph/graph-answer";
import { recheckMailbox } from "./recheck-mailbox";

/**
 * Looks again at a mailbox whose trouble is due, and at no other. One that cannot be read is left to reading, which tries it all the
 * time. Where nothing can be learned at the moment, the next call tries again.
 */
export async function recheckTroubled(scope: Scope, senderAccountId: string, now: Date): Promise<void> {
  const { id, status, trouble, troubleUntil } = senderAccounts;
  const due = await withTeam(scope, (tx) =>
    tx
      .select({ id })
      .from(senderAccounts)
      .where(and(eq(id, senderAccountId), eq(status, "connected"), ne(trouble, "unreadable"), lte(troubleUntil, now))),
  );
  if (due.length === 0) return;
  await recheckMailbox(scope, senderAccountId, now).catch((error: unknown) => {
    log.warn({ team: scope.teamId, mailbox: senderAccountId, code: answerOf(error).code }, "a mailbox stays in trouble");
  });
}
