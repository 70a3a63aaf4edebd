import { z } from "zod";
import { type ConsentSecrets, mailboxRedirect } from "./begin-consent";
import { createMsalApp, mailScopes } from "./create-msal-app";
import { PartialConsentError, translateAuthError } from "./errors";
import { memoryCache } from "./mailbox-cache";

const claimsSchema = z.object({
  tid: z.string(),
  oid: z.string(),
  name: z.string().optional(),
  preferred_username: z.string().optional(),
  email: z.string().nullish(),
});

/** A mailbox somebody has just allowed us to use. `cache` holds its tokens: it is encrypted at once and never logged. */
export type ConsentedMailbox = { tid: string; oid: string; email: string; name: string; cache: string };

/**
 * Changes the code of a consent for tokens. The caller has compared the state already.
 * @throws MailboxSignedOutError for a code that is used up or too old, PartialConsentError, AdminConsentError, OperatorError, TokenUnavailableError.
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
    const claims = claimsSchema.parse(result.idTokenClaims);
    const email = claims.preferred_username || claims.email || "";
    return { tid: claims.tid, oid: claims.oid, email: z.email().parse(email), name: claims.name ?? email, cache: cache.read() };
  } catch (error) {
    throw translateAuthError(error);
  }
}
