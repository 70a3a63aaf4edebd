import { NextResponse } from "next/server";
import { z } from "zod";
import { findMember } from "@/lib/auth/find-member";
import type { Member } from "@/lib/auth/member";
import { readDraftView } from "@/lib/drafts/review/read-draft-view";
import { answerError } from "@/lib/errors/answer-error";
import { AppError } from "@/lib/errors/app-error";
import { clientOf } from "@/lib/knocks/client-of";

export const dynamic = "force-dynamic";

/** One draft as the review page shows it: pages ask for the next ones before they are looked at. */
export async function GET(request: Request, { params }: { params: Promise<{ draft: string }> }) {
  let member: Member | null = null;
  try {
    member = await findMember();
    if (!member) throw new AppError("signed_out");
    const id = z.uuid().safeParse((await params).draft);
    if (!id.success) throw new AppError("not_found");
    const view = await readDraftView(member, id.data, new Date());
    return NextResponse.json(view, { headers: { "Cache-Control": "no-store" } });
  } catch (error) {
    return answerError(error, { route: "drafts/:draft", right: "team:read" }, { member, client: clientOf(request.headers) });
  }
}
