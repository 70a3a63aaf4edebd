import type { NextAuthOptions } from "next-auth";
import AzureADProvider from "next-auth/providers/azure-ad";
import { env } from "../env/env";
import { log } from "../log/log";
import { admitPerson } from "./admit-person";
import { checkIdentity, listTenants } from "./check-identity";
import { authCookie, sessionSeconds } from "./session-cookie";
import { startSession } from "./start-session";

/**
 * next-auth for one request. It proves who somebody is; who that is to us, and every session, are rows of ours.
 * @param userAgent of the browser that signs in, shown beside the session.
 */
export function authOptions(userAgent: string | null): NextAuthOptions {
  const { SESSION_SECRET, MICROSOFT_TENANTS } = env();
  const tenants = listTenants(MICROSOFT_TENANTS);
  return {
    secret: SESSION_SECRET,
    providers: [microsoft()],
    session: { strategy: "jwt", maxAge: sessionSeconds },
    pages: { signIn: "/sign-in", signOut: "/sign-in", error: "/sign-in" },
    cookies: {
      sessionToken: authCookie("session"),
      csrfToken: authCookie("csrf"),
      callbackUrl: authCookie("callback"),
      pkceCodeVerifier: authCookie("pkce"),
      state: authCookie("state"),
      nonce: authCookie("nonce"),
    },
    callbacks: {
      signIn: async ({ profile }) => {
        const person = checkIdentity(profile, tenants);
        const admission = "refused" in person ? person : await admitPerson(person);
        return "refused" in admission ? `/sign-in?notice=${admission.refused}` : true;
      },
      // The token names the session and nothing else: rights and names are read from rows at each request.
      jwt: async ({ token, account, profile }) => {
        if (!account) return { sessionId: token.sessionId };
        const person = checkIdentity(profile, tenants);
        if ("refused" in person) throw new Error("A refused person reached the session.");
        const admission = await admitPerson(person);
        if ("refused" in admission) throw new Error("A person was refused between two looks.");
        return { sessionId: await startSession(admission, userAgent, new Date()) };
      },
      session: async ({ session }) => ({ expires: session.expires }),
    },
    logger: {
      error: (code, detail) => log.error({ code, reason: reasonOf(detail) }, "sign-in failed"),
      warn: (code) => log.warn({ code }, "sign-in"),
      debug: () => {},
    },
  };
}

function microsoft() {
  const { MICROSOFT_CLIENT_ID, MICROSOFT_CLIENT_SECRET, MICROSOFT_STANDIN_URL } = env();
  return AzureADProvider({
    clientId: MICROSOFT_CLIENT_ID,
    clientSecret: MICROSOFT_CLIENT_SECRET,
    // "common" also lets personal accounts through to us, so that we can say why they are refused.
    wellKnown: `${MICROSOFT_STANDIN_URL ?? "https://login.microsoftonline.com"}/common/v2.0/.well-known/openid-configuration`,
    checks: ["pkce", "state", "nonce"],
    authorization: { params: { scope: "openid profile email", prompt: "select_account" } },
    // The provider's own would fetch a photo from Graph during sign-in and put it into the cookie.
    profile: (claims) => ({
      id: `${claims.tid}.${claims.oid}`,
      name: claims.name,
      email: claims.email ?? claims.preferred_username,
      image: null,
    }),
  });
}

/** Only the message: the objects around it may hold codes and tokens. */
function reasonOf(detail: unknown): string {
  if (detail instanceof Error) return detail.message;
  if (detail && typeof detail === "object" && "error" in detail && detail.error instanceof Error) return detail.error.message;
  return "unknown";
}
