import { cookies } from "next/headers";
import { type NextRequest, NextResponse } from "next/server";
import { endSession } from "@/lib/auth/end-session";
import { findMember } from "@/lib/auth/find-member";
import { authCookie } from "@/lib/auth/session-cookie";
import { env } from "@/lib/env/env";

/** `<form method="post" action="/sign-out">` signs out: the session's row is ended, then the cookie is taken away. */
export async function POST(request: NextRequest) {
  const to = (path: string) => NextResponse.redirect(new URL(path, env().APP_URL), 303);
  // The cookie is lax, so another site's form brings none along; this also holds for an older browser.
  if (request.headers.get("sec-fetch-site") === "cross-site") return to("/");
  const member = await findMember();
  if (member) await endSession(member, member.sessionId, new Date());
  const { name, options } = authCookie("session");
  (await cookies()).set(name, "", { ...options, maxAge: 0 });
  return to("/sign-in?notice=ended");
}
