import { AuthError } from "@azure/msal-node";
import { z } from "zod";
import { openMailbox } from "../open-mailbox";
import { type Account, readAccount } from "../read-account";
import { type ConsentSecrets, mailboxRedirect } from "./begin-consent";
import { createMsalApp, mailScopes } from "./create-msal-app";
import { AdminConsentError, PartialConsentError, translateAuthError } from "./errors";
import { memoryCache } from "./mailbox-cache";
import { readConsentAnswer } from "./read-consent-answer";

const claimsSchema = z.object({ tid: z.string(), oid: z.string() });

/** A mailbox somebody has just allowed us to use. `cache` holds its tokens: it is encrypted at once and never logged. */
export type ConsentedMailbox = Account & { tid: string; oid: string; email: string; cache: string };

/** Microsoft knows no address of the account, so nothing could be sent from it. */
export class NoAddressError extends Error {
  constructor() {
    super("Microsoft 365 names no address of this account.");
    this.name = "NoAddressError";
  }
}

/**
 * Changes the code of a consent for tokens, opens the mailbox with them and reads what it is called. The caller has compared the state already.
 * @throws MailboxSignedOutError for a code that is used up or too old, PartialConsentError, AdminConsentError, OperatorError,
 * TokenUnavailableError; NoMailboxError and NoAddressError when there is nothing to connect.
 */
export async function finishConsent(tenantId: string, code: string, secrets: ConsentSecrets): Promise<ConsentedMailbox> {
  const cache = memoryCache();
  try {
    const result = await createMsalApp(tenantId, cache).acquireTokenByCode(
      { code, scopes: mailScopes, redirectUri: mailboxRedirect(), codeVerifier: secrets.verifier, nonce: secrets.nonce },
      { code, nonce: secrets.nonce },
    );
    const allowed = new Set(result.scopes.map((scope) => scope.slice(scope.lastIndexOf("/") + 1).toLowerCase()));
    if (!mailScopes.every((scope) => allowed.has(scope.toLowerCase()))) throw new PartialConsentError();
    const { tid, oid } = claimsSchema.parse(result.idTokenClaims);
    const mailbox = { token: async () => result.accessToken };
    await openMailbox(mailbox);
    const account = await readAccount(mailbox);
    if (!account.email) throw new NoAddressError();
    return { ...account, tid, oid, email: z.email().parse(account.email), cache: cache.read() };
  } catch (error) {
    throw needsAdministrator(error) ? new AdminConsentError() : translateAuthError(error);
  }
}

function needsAdministrator(error: unknown): boolean {
  if (!(error instanceof AuthError)) return false;
  const parameters = { code: null, error: error.errorCode, description: error.errorMessage, adminConsent: false };
  return readConsentAnswer(parameters) === "administrator";
}
