import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { findMember } from "./find-member";
import { isIdleSession } from "./is-idle-session";
import type { Member } from "./member";
import { readSessionId } from "./read-session-id";
import { safeReturnPath } from "./safe-return-path";

/** The person behind a page; whoever is signed out is led to the sign-in page and back here afterwards. */
export async function requireMember(): Promise<Member> {
  const member = await findMember();
  if (member) return member;
  const path = safeReturnPath((await headers()).get("x-countersign-path"));
  const sessionId = await readSessionId();
  const query = new URLSearchParams({
    ...(sessionId && (await isIdleSession(sessionId, new Date())) ? { notice: "idle" } : {}),
    ...(path === "/" ? {} : { return: path }),
  });
  redirect(query.size === 0 ? "/sign-in" : `/sign-in?${query}`);
}
