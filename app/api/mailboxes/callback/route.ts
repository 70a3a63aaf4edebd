import { cookies } from "next/headers";
import { type NextRequest, NextResponse } from "next/server";
import { openConnect } from "@/lib/auth/connect-cookie";
import { findMember } from "@/lib/auth/find-member";
import { hasRight } from "@/lib/auth/rights";
import { authCookie } from "@/lib/auth/session-cookie";
import { env } from "@/lib/env/env";
import { receiveConsent } from "@/lib/senders/receive-consent";

/** Where Microsoft leads back to, with a code or with the reason why there is none. */
export async function GET(request: NextRequest) {
  const to = (notice: string) => NextResponse.redirect(new URL(`/settings/mailboxes?notice=${notice}`, env().APP_URL), 303);
  const query = request.nextUrl.searchParams;
  if (query.get("admin_consent")) return to("consented");
  const member = await findMember();
  if (!member) return NextResponse.redirect(new URL("/sign-in?return=%2Fsettings%2Fmailboxes", env().APP_URL), 303);
  if (!hasRight(member.role, "mailboxes:manage")) return to("forbidden");
  const jar = await cookies();
  const { name, options } = authCookie("connect");
  const secrets = await openConnect(jar.get(name)?.value, member.sessionId);
  jar.set(name, "", { ...options, maxAge: 0 });
  if (!secrets || query.get("state") !== secrets.state) return to("expired");
  const answer = { code: query.get("code"), error: query.get("error"), description: query.get("error_description") };
  return to(await receiveConsent(member, answer, secrets, new Date()));
}
