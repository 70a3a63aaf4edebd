import { NextResponse } from "next/server";
import { z } from "zod";
import { openThread } from "@/lib/answers/open-thread";
import { findMember } from "@/lib/auth/find-member";
import type { Member } from "@/lib/auth/member";
import { answerError } from "@/lib/errors/answer-error";
import { AppError } from "@/lib/errors/app-error";
import { clientOf } from "@/lib/knocks/client-of";

export const dynamic = "force-dynamic";

/** One thread as the page of replies shows it: it asks for the next ones before they are looked at. */
export async function GET(request: Request, { params }: { params: Promise<{ thread: string }> }) {
  let member: Member | null = null;
  try {
    member = await findMember();
    if (!member) throw new AppError("signed_out");
    const id = z.uuid().safeParse((await params).thread);
    if (!id.success) throw new AppError("not_found");
    const view = await openThread(member, id.data, new Date());
    return NextResponse.json(view, { headers: { "Cache-Control": "no-store" } });
  } catch (error) {
    return answerError(error, { route: "threads/:thread", right: "team:read" }, { member, client: clientOf(request.headers) });
  }
}
