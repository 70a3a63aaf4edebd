import { eq } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { senderAccounts } from "@/db/schema/senders";
import { log } from "../../log/log";
import { createMsalApp, mailScopes } from "./create-msal-app";
import { MailboxSignedOutError, translateAuthError } from "./errors";
import { holdMailbox } from "./hold-mailbox";
import { mailboxCache } from "./mailbox-cache";
import { markSignedOut } from "./mark-signed-out";

/**
 * An access token for Graph's mail endpoints, refreshed when it ends within five minutes. One worker at a time refreshes.
 * @param how `fresh` asks Microsoft for another one although the one at hand has not run out.
 * @throws MailboxSignedOutError (the mailbox is then marked), OperatorError, TokenUnavailableError (try again later).
 */
export async function acquireMailToken(
  scope: Scope,
  senderAccountId: string,
  now: Date = new Date(),
  how: { fresh?: boolean } = {},
): Promise<string> {
  const mailbox = await withTeam(
    scope,
    async (tx) => (await tx.select().from(senderAccounts).where(eq(senderAccounts.id, senderAccountId)))[0],
  );
  if (mailbox?.status !== "connected" || !mailbox.tid) {
    throw new MailboxSignedOutError(mailbox?.statusReason ?? "it is not connected");
  }
  const { tid } = mailbox;
  try {
    return await holdMailbox(scope, senderAccountId, async () => {
      const app = createMsalApp(tid, mailboxCache(scope, senderAccountId));
      const [account] = await app.getTokenCache().getAllAccounts();
      if (!account) throw new MailboxSignedOutError("its sign-in is missing");
      const result = await app.acquireTokenSilent({ account, scopes: mailScopes, forceRefresh: how.fresh === true });
      return result.accessToken;
    });
  } catch (error) {
    const told = error instanceof MailboxSignedOutError ? error : translateAuthError(error);
    if (told instanceof MailboxSignedOutError) await markSignedOut(scope, senderAccountId, told.reason, mailbox.connectedAt, now);
    else log.error({ team: scope.teamId, mailbox: senderAccountId, reason: told.message }, "no mailbox token");
    throw told;
  }
}
