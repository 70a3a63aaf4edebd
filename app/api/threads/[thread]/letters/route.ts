import { NextResponse } from "next/server";
import { z } from "zod";
import { readEarlier } from "@/lib/answers/letters/read-earlier";
import { findMember } from "@/lib/auth/find-member";
import type { Member } from "@/lib/auth/member";
import { answerError } from "@/lib/errors/answer-error";
import { AppError } from "@/lib/errors/app-error";
import { clientOf } from "@/lib/knocks/client-of";

export const dynamic = "force-dynamic";

/** Letters of a long thread from before the moment in `before`. */
export async function GET(request: Request, { params }: { params: Promise<{ thread: string }> }) {
  let member: Member | null = null;
  try {
    member = await findMember();
    if (!member) throw new AppError("signed_out");
    const id = z.uuid().safeParse((await params).thread);
    const before = z.iso.datetime().safeParse(new URL(request.url).searchParams.get("before"));
    if (!id.success || !before.success) throw new AppError("not_found");
    const letters = await readEarlier(member, id.data, new Date(before.data));
    return NextResponse.json(letters, { headers: { "Cache-Control": "no-store" } });
  } catch (error) {
    return answerError(
      error,
      { route: "threads/:thread/letters", right: "team:read" },
      { member, client: clientOf(request.headers) },
    );
  }
}
