import { cookies } from "next/headers";
import { type NextRequest, NextResponse } from "next/server";
import { openConnect } from "@/lib/auth/connect-cookie";
import { findMember } from "@/lib/auth/find-member";
import { writeNotice } from "@/lib/auth/notice/told-notice";
import { hasRight } from "@/lib/auth/rights";
import { authCookie } from "@/lib/auth/session-cookie";
import { env } from "@/lib/env/env";
import { askedTenant } from "@/lib/microsoft/tokens/begin-consent";
import { receiveAdminConsent, receiveConsent } from "@/lib/senders/receive-consent";
import { findTenant } from "@/lib/team/find-tenant";

/**
 * Where Microsoft leads back to, with a code or with the reason why there is none. An administrator of Microsoft 365 comes here too, from
 * the link that allows it for everybody, and need not be anybody of the team.
 */
export async function GET(request: NextRequest) {
  const now = new Date();
  const to = (path: string) => NextResponse.redirect(new URL(path, env().APP_URL), 303);
  const toNotice = (notice: string, code?: string) =>
    to(`/settings/mailboxes?${new URLSearchParams({ notice: writeNotice(notice, now), ...(code ? { code } : {}) })}`);
  const query = request.nextUrl.searchParams;
  const answer = {
    code: query.get("code"),
    error: query.get("error"),
    description: query.get("error_description"),
    adminConsent: query.has("admin_consent"),
  };
  const member = await findMember();
  if (answer.adminConsent) {
    const asked = askedTenant({ state: query.get("state"), tenant: query.get("tenant") }, now);
    const notice = receiveAdminConsent(answer);
    // Nobody was asked by this: it is a link that somebody wrote.
    if (!asked) return to("/");
    if (!member) return to(`/sign-in?notice=${writeNotice(notice === "consented" ? "allowed" : "not-allowed", now)}`);
    const isConcerned = hasRight(member.role, "mailboxes:manage") && (await findTenant(member)) === asked;
    return isConcerned ? toNotice(notice) : to("/");
  }
  if (!member) return to("/sign-in?return=%2Fsettings%2Fmailboxes");
  if (!hasRight(member.role, "mailboxes:manage")) return toNotice("forbidden");
  const jar = await cookies();
  const { name, options } = authCookie("connect");
  const secrets = await openConnect(jar.get(name)?.value, member.sessionId);
  jar.set(name, "", { ...options, maxAge: 0 });
  if (!secrets || query.get("state") !== secrets.state) return toNotice("expired");
  const { notice, code } = await receiveConsent(member, answer, secrets, now);
  return toNotice(notice, code);
}
