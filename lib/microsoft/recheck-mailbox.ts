import { eq } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { senderAccounts } from "@/db/schema/senders";
import { checkAccess } from "./graph/check-access";
import { acquireMailToken } from "./tokens/acquire-mail-token";
import { MailboxSignedOutError } from "./tokens/errors";
import { markSignedOut } from "./tokens/mark-signed-out";

/**
 * After Graph refused a token that had not run out, or the whole mailbox: asks Microsoft for a new token and opens the mailbox with it.
 * A consent that was withdrawn or a licence that is gone is noticed here, long before the token ends.
 * @throws MailboxSignedOutError when the mailbox stays closed; it is marked then. Other token errors as acquireMailToken.
 */
export async function recheckMailbox(scope: Scope, senderAccountId: string, now: Date): Promise<void> {
  const [own] = await withTeam(scope, (tx) =>
    tx.select({ connectedAt: senderAccounts.connectedAt }).from(senderAccounts).where(eq(senderAccounts.id, senderAccountId)),
  );
  const token = await acquireMailToken(scope, senderAccountId, now, { fresh: true });
  try {
    await checkAccess({ token: async () => token });
  } catch (error) {
    if (error instanceof MailboxSignedOutError)
      await markSignedOut(scope, senderAccountId, error.reason, own?.connectedAt ?? null, now);
    throw error;
  }
}
