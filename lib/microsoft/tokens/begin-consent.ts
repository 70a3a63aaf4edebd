import { randomBytes } from "node:crypto";
import { CryptoProvider } from "@azure/msal-node";
import { env } from "../../env/env";
import { createMsalApp, mailScopes } from "./create-msal-app";
import { memoryCache } from "./mailbox-cache";

/** What must come back with the code; kept in a cookie bound to the session. */
export type ConsentSecrets = { state: string; nonce: string; verifier: string };

export const mailboxRedirect = () => `${env().APP_URL.replace(/\/$/, "")}/api/mailboxes/callback`;

/** The address at Microsoft where somebody allows us to use a mailbox. @param loginHint address to offer first. */
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

/** Where an administrator of the organisation allows mail access for everybody. */
export function adminConsentLink(tenantId: string): string {
  const query = new URLSearchParams({
    client_id: env().MICROSOFT_CLIENT_ID,
    scope: "https://graph.microsoft.com/.default",
    redirect_uri: mailboxRedirect(),
    state: "admin",
  });
  const base = env().MICROSOFT_STANDIN_URL ?? "https://login.microsoftonline.com";
  return `${base}/${encodeURIComponent(tenantId)}/v2.0/adminconsent?${query}`;
}
