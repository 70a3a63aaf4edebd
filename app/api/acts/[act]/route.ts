import { NextResponse } from "next/server";
import { z } from "zod";
import { askAct } from "@/lib/actions/ask-act";
import { findMember } from "@/lib/auth/find-member";
import { isOwnPage } from "@/lib/auth/is-own-page";
import type { Member } from "@/lib/auth/member";
import { answerError } from "@/lib/errors/answer-error";
import { AppError } from "@/lib/errors/app-error";
import { clientOf } from "@/lib/knocks/client-of";

export const dynamic = "force-dynamic";

/** What became of an act of one's own whose answer was lost. It is a POST, as it gives up what has not come yet. */
export async function POST(request: Request, { params }: { params: Promise<{ act: string }> }) {
  let member: Member | null = null;
  try {
    member = await findMember();
    if (!member) throw new AppError("signed_out");
    if (!isOwnPage(request)) throw new AppError("forbidden");
    const id = z.uuid().safeParse((await params).act);
    if (!id.success) throw new AppError("not_found");
    return NextResponse.json(await askAct(member, id.data, new Date()), { headers: { "Cache-Control": "no-store" } });
  } catch (error) {
    return answerError(error, { route: "acts/:act", right: "team:read" }, { member, client: clientOf(request.headers) });
  }
}
