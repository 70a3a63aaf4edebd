import { ConfidentialClientApplication, type ICachePlugin, LogLevel } from "@azure/msal-node";
import { env } from "../../env/env";

/** What a connected mailbox allows; openid, profile and offline_access come with it. */
export const mailScopes = ["User.Read", "Mail.ReadWrite", "Mail.Send"];

/**
 * One MSAL application for one operation on one mailbox: a shared one would mix the accounts of two mailboxes in memory.
 * @param tenantId of the team; with a stand-in MSAL must keep to "common", because it rewrites tenants into its addresses.
 */
export function createMsalApp(tenantId: string, cachePlugin: ICachePlugin): ConfidentialClientApplication {
  const { MICROSOFT_CLIENT_ID, MICROSOFT_CLIENT_SECRET, MICROSOFT_STANDIN_URL } = env();
  return new ConfidentialClientApplication({
    auth: {
      clientId: MICROSOFT_CLIENT_ID,
      clientSecret: MICROSOFT_CLIENT_SECRET,
      ...(MICROSOFT_STANDIN_URL
        ? { authority: "https://login.microsoftonline.com/common", authorityMetadata: standInMetadata(MICROSOFT_STANDIN_URL) }
        : { authority: `https://login.microsoftonline.com/${tenantId}` }),
    },
    cache: { cachePlugin },
    system: { loggerOptions: { piiLoggingEnabled: false, logLevel: LogLevel.Error, loggerCallback: () => {} } },
  });
}

/** MSAL refuses an authority without https; given metadata are taken as they are. */
function standInMetadata(address: string): string {
  const base = `${address.replace(/\/$/, "")}/common`;
  return JSON.stringify({
    authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
    token_endpoint: `${base}/oauth2/v2.0/token`,
    end_session_endpoint: `${base}/oauth2/v2.0/logout`,
    issuer: `${base}/v2.0`,
    jwks_uri: `${base}/discovery/v2.0/keys`,
  });
}
