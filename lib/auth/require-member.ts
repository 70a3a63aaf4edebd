import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { findMember } from "./find-member";
import type { Member } from "./member";
import { safeReturnPath } from "./safe-return-path";

/** The person behind a page; whoever is signed out is led to the sign-in page and back here afterwards. */
export async function requireMember(): Promise<Member> {
  const member = await findMember();
  if (member) return member;
  const path = safeReturnPath((await headers()).get("x-countersign-path"));
  redirect(path === "/" ? "/sign-in" : `/sign-in?return=${encodeURIComponent(path)}`);
}
