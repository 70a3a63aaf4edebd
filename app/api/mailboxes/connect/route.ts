import { cookies } from "next/headers";
import { type NextRequest, NextResponse } from "next/server";
import { connectSeconds, sealConnect } from "@/lib/auth/connect-cookie";
import { findMember } from "@/lib/auth/find-member";
import { hasRight } from "@/lib/auth/rights";
import { authCookie } from "@/lib/auth/session-cookie";
import { env } from "@/lib/env/env";
import { beginConsent } from "@/lib/microsoft/tokens/begin-consent";
import { findTenant } from "@/lib/team/find-tenant";

/** Leads an administrator to Microsoft to allow the use of a mailbox. `?hint=` is the sign-in name to offer first. */
export async function GET(request: NextRequest) {
  const to = (path: string) => NextResponse.redirect(new URL(path, env().APP_URL), 303);
  const member = await findMember();
  if (!member) return to("/sign-in?return=%2Fsettings%2Fmailboxes");
  if (!hasRight(member.role, "mailboxes:manage")) return to("/settings/mailboxes?notice=forbidden");
  // Another site may not begin this in somebody's name.
  if (request.headers.get("sec-fetch-site") === "cross-site") return to("/settings/mailboxes");
  const tenantId = await findTenant(member);
  const { url, secrets } = await beginConsent(tenantId, request.nextUrl.searchParams.get("hint") ?? undefined);
  const { name, options } = authCookie("connect");
  (await cookies()).set(name, await sealConnect({ ...secrets, sessionId: member.sessionId }), {
    ...options,
    maxAge: connectSeconds,
  });
  return NextResponse.redirect(url, 303);
}
