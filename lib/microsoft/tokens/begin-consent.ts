import { randomBytes } from "node:crypto";
import { CryptoProvider } from "@azure/msal-node";
import { openWord, sealWord } from "../../auth/notice/sealed-word";
import { env } from "../../env/env";
import { createMsalApp, mailScopes } from "./create-msal-app";
import { memoryCache } from "./mailbox-cache";

/** What must come back with the code; kept in a cookie bound to the session. */
export type ConsentSecrets = { state: string; nonce: string; verifier: string };

export const mailboxRedirect = () => `${env().APP_URL.replace(/\/$/, "")}/api/mailboxes/callback`;

/** The address at Microsoft where somebody allows us to use a mailbox. @param loginHint sign-in name to offer first. */
export async function beginConsent(
  tenantId: string,
  loginHint: string | undefined,
): Promise<{ url: string; secrets: ConsentSecrets }> {
  const { verifier, challenge } = await new CryptoProvider().generatePkceCodes();
  const secrets = { state: randomBytes(24).toString("base64url"), nonce: randomBytes(24).toString("base64url"), verifier };
  const url = await createMsalApp(tenantId, memoryCache()).getAuthCodeUrl({
    scopes: mailScopes,
    redirectUri: mailboxRedirect(),
    state: secrets.state,
    nonce: secrets.nonce,
    codeChallenge: challenge,
    codeChallengeMethod: "S256",
    prompt: "select_account",
    ...(loginHint ? { loginHint } : {}),
  });
  return { url, secrets };
}

const adminConsent = "admin consent";
/** How long a link may lie in the inbox of an administrator of Microsoft 365. */
const answeredWithinMs = 60 * 86_400_000;

/** The organisation that one of our links asked; null for any other answer. */
export function askedTenant({ state, tenant }: { state: string | null; tenant: string | null }, now: Date): string | null {
  const asked = state && openWord(state, adminConsent, now);
  return asked && (tenant === null || tenant.toLowerCase() === asked.toLowerCase()) ? asked : null;
}

/**
 * Where an administrator of the organisation allows mail access for everybody. It names each permission, since `.default` grants no more
 * than what stands in the app's registration; the endpoint takes either form, never both at once (entra-docs, v2-admin-consent.md and
 * scopes-oidc.md). The three scopes of signing in stand beside them, as in Microsoft's own links: a person who may consent to nothing
 * would be asked for those again.
 */
export function adminConsentLink(tenantId: string, now: Date): string {
  const query = new URLSearchParams({
    client_id: env().MICROSOFT_CLIENT_ID,
    scope: ["openid", "profile", "offline_access", ...mailScopes.map((scope) => `https://graph.microsoft.com/${scope}`)].join(
      " ",
    ),
    redirect_uri: mailboxRedirect(),
    state: sealWord(tenantId, adminConsent, new Date(now.getTime() + answeredWithinMs)),
  });
  const base = env().MICROSOFT_STANDIN_URL ?? "https://login.microsoftonline.com";
  return `${base}/${encodeURIComponent(tenantId)}/v2.0/adminconsent?${query}`;
}
