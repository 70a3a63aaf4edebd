import { randomBytes } from "node:crypto";
import { AuthError, ConfidentialClientApplication, CryptoProvider, LogLevel } from "@azure/msal-node";
import type { Who } from "../words";
import { type Place, reach } from "./place";

export type Client = { id: string; secret: string; tenant: string; redirectUri: string };
/** What to press where Microsoft asks. */
export type Press = "accept" | "cancel" | "ask an administrator";
/** Leads somebody through Microsoft's pages. @returns the parameters they come back with, or null when they do not. */
export type Lead = (url: string, who: Who, press: Press) => Promise<URLSearchParams | null>;

export type SignedIn = {
  /** An access token that is good now; a session can outlast one. */
  token: () => Promise<string>;
  claims: Record<string, unknown>;
  scopes: string[];
  /** Asks for a new access token. @returns "200", or the refusal in words. */
  refresh: () => Promise<string>;
  /** What a token carries that was asked for by `.default`. */
  scopesByDefault: () => Promise<string[]>;
};
export type SignIn = (who: Who, press?: Press) => Promise<SignedIn | { refused: string }>;

const graph = "https://graph.microsoft.com/";
const mailScopes = ["User.Read", "Mail.ReadWrite", "Mail.Send"];

/** Signing in as the product does it. Tokens live in this process's memory alone. */
export function signInAt(place: Place, client: Client, lead: Lead): SignIn {
  return async (who, press = "accept") => {
    reach(place);
    const app = msalApp(place, client, who === "personal" ? "common" : client.tenant);
    const { verifier, challenge } = await new CryptoProvider().generatePkceCodes();
    const state = randomBytes(16).toString("hex");
    const request = { scopes: mailScopes, redirectUri: client.redirectUri };
    const url = await app.getAuthCodeUrl({
      ...request,
      state,
      codeChallenge: challenge,
      codeChallengeMethod: "S256",
      prompt: press === "accept" ? "select_account" : "consent",
    });
    const back = await lead(url, who, press);
    if (!back) return { refused: "refused on Microsoft's page" };
    if (back.get("state") !== state) return { refused: "came back with another state" };
    const code = back.get("code");
    if (!code) return { refused: refusalOf(back.get("error") ?? "", back.get("error_description") ?? "") };
    try {
      const result = await app.acquireTokenByCode({ ...request, code, codeVerifier: verifier });
      const { account } = result;
      if (!account) return { refused: "came back without an account" };
      const silently = (scopes: string[], forceRefresh: boolean) => app.acquireTokenSilent({ account, scopes, forceRefresh });
      return {
        claims: result.idTokenClaims as Record<string, unknown>,
        scopes: inShort(result.scopes),
        token: async () => (await silently(mailScopes, false)).accessToken,
        refresh: () => silently(mailScopes, true).then(() => "200", inWords),
        scopesByDefault: async () => inShort((await silently([`${graph}.default`], true)).scopes),
      };
    } catch (error) {
      return { refused: inWords(error) };
    }
  };
}

function msalApp(place: Place, { id, secret }: Client, tenant: string) {
  const base = `${place.login}/common`;
  // MSAL wants https and Microsoft's own names; metadata that are given are taken as they are.
  const standIn = {
    authority: "https://login.microsoftonline.com/common",
    authorityMetadata: JSON.stringify({
      authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
      token_endpoint: `${base}/oauth2/v2.0/token`,
      end_session_endpoint: `${base}/oauth2/v2.0/logout`,
      issuer: `${base}/v2.0`,
      jwks_uri: `${base}/discovery/v2.0/keys`,
    }),
  };
  return new ConfidentialClientApplication({
    auth: {
      clientId: id,
      clientSecret: secret,
      ...(place.isReal ? { authority: `${place.login}/${tenant}` } : standIn),
    },
    system: { loggerOptions: { piiLoggingEnabled: false, logLevel: LogLevel.Error, loggerCallback: () => {} } },
  });
}

const inShort = (scopes: string[]) => scopes.map((scope) => scope.replace(graph, ""));

/** Only codes: what Microsoft writes beside them can hold ids. */
function inWords(error: unknown): string {
  if (!(error instanceof AuthError)) return "no answer";
  return [refusalOf(error.errorCode, error.message), error.subError].filter(Boolean).join(" ");
}

const refusalOf = (error: string, description: string) => [/AADSTS\d+/.exec(description)?.[0], error].filter(Boolean).join(" ");
