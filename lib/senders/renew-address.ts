import { and, eq, ne } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { senderAccounts } from "@/db/schema/senders";
import { log } from "../log/log";
import { normalAddress } from "../mail/address";
import { answerOf } from "../microsoft/graph/graph-answer";
import { readAccount } from "../microsoft/read-account";
import { acquireMailToken } from "../microsoft/tokens/acquire-mail-token";
import { correctAddress } from "./correct-address";

/**
 * Asks Microsoft 365 what a connected mailbox is called now, and corrects what is kept: people marry, companies merge. A mailbox that
 * gives no token at the moment is asked the next time; so is one without an address, whose licence is another question.
 */
export async function renewAddress(scope: Scope, senderAccountId: string, now: Date): Promise<void> {
  const account = await readAccount({ token: () => acquireMailToken(scope, senderAccountId, now) }).catch((error: unknown) => {
    log.warn({ team: scope.teamId, mailbox: senderAccountId, code: answerOf(error).code }, "a mailbox's address was not read");
    return null;
  });
  if (!account?.email) return;
  const named = { ...account, email: account.email };
  await withTeam(scope, async (tx) => {
    const [known] = await tx
      .select({ id: senderAccounts.id, email: senderAccounts.email })
      .from(senderAccounts)
      .where(eq(senderAccounts.id, senderAccountId))
      .for("update");
    const [taken] = await tx
      .select({ id: senderAccounts.id })
      .from(senderAccounts)
      .where(and(eq(senderAccounts.emailNorm, normalAddress(named.email)), ne(senderAccounts.id, senderAccountId)));
    if (taken) log.warn({ team: scope.teamId, mailbox: senderAccountId, other: taken.id }, "another mailbox has this address");
    else if (known) await correctAddress(tx, scope, known, named, now);
  });
}
