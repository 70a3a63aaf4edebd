import { cookies } from "next/headers";
import { decode } from "next-auth/jwt";
import { cache } from "react";
import { env } from "../env/env";
import type { Member } from "./member";
import { authCookie } from "./session-cookie";
import { touchSession } from "./touch-session";

/** The person behind this request, or null. The cookie only names a session row; the row decides. Once a request. */
export const findMember: () => Promise<Member | null> = cache(async () => {
  const sessionId = await readSessionId();
  return sessionId ? touchSession(sessionId, new Date()) : null;
});

async function readSessionId(): Promise<string | null> {
  const value = (await cookies()).get(authCookie("session").name)?.value;
  if (!value) return null;
  try {
    const token = await decode({ token: value, secret: env().SESSION_SECRET });
    const id = token?.sessionId;
    return typeof id === "string" ? id : null;
  } catch {
    // Written with an older secret, or by somebody else: as good as no cookie.
    return null;
  }
}
