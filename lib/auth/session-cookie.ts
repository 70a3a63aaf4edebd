import { env } from "../env/env";

/** A sign-in lasts 30 days, counted from the sign-in. */
const sessionDays = 30;
export const sessionSeconds = sessionDays * 24 * 60 * 60;

export type AuthCookie = { name: string; options: { httpOnly: true; sameSite: "lax"; path: "/"; secure: boolean } };

/**
 * Name and attributes of a cookie of ours. Under https the `__Host-` prefix makes browsers refuse it from
 * any other host or path; http://localhost cannot set it, so there the plain name is used.
 */
export function authCookie(purpose: "session" | "csrf" | "callback" | "pkce" | "state" | "nonce" | "connect"): AuthCookie {
  const secure = env().APP_URL.startsWith("https://");
  return {
    name: `${secure ? "__Host-" : ""}countersign.${purpose}`,
    options: { httpOnly: true, sameSite: "lax", path: "/", secure },
  };
}
