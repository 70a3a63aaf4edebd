import { NextResponse } from "next/server";
import { z } from "zod";
import { readOutside } from "@/lib/answers/outside/read-outside";
import { findMember } from "@/lib/auth/find-member";
import type { Member } from "@/lib/auth/member";
import { answerError } from "@/lib/errors/answer-error";
import { AppError } from "@/lib/errors/app-error";
import { clientOf } from "@/lib/knocks/client-of";

export const dynamic = "force-dynamic";

/** What was written in a thread from Outlook, as its mailbox tells: a page shows the thread without it until this comes. */
export async function GET(request: Request, { params }: { params: Promise<{ thread: string }> }) {
  let member: Member | null = null;
  try {
    member = await findMember();
    if (!member) throw new AppError("signed_out");
    const id = z.uuid().safeParse((await params).thread);
    if (!id.success) throw new AppError("not_found");
    const letters = await readOutside(member, id.data, new Date());
    return NextResponse.json(letters, { headers: { "Cache-Control": "no-store" } });
  } catch (error) {
    return answerError(
      error,
      { route: "threads/:thread/outside", right: "team:read" },
      { member, client: clientOf(request.headers) },
    );
  }
}
