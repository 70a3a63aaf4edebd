import { cookies } from "next/headers";
import { decode } from "next-auth/jwt";
import { env } from "../env/env";
import { authCookie } from "./session-cookie";

/** The session that the request's cookie names, whatever has become of it. */
export async function readSessionId(): Promise<string | null> {
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
