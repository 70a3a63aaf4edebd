import { NextResponse } from "next/server";
import { z } from "zod";
import { findMember } from "@/lib/auth/find-member";
import { readDraftView } from "@/lib/drafts/review/read-draft-view";
import { answerError } from "@/lib/errors/answer-error";
import { AppError } from "@/lib/errors/app-error";

export const dynamic = "force-dynamic";

/** One draft as the review page shows it: pages ask for the next ones before they are looked at. */
export async function GET(_: Request, { params }: { params: Promise<{ draft: string }> }) {
  try {
    const member = await findMember();
    if (!member) throw new AppError("signed_out");
    const id = z.uuid().safeParse((await params).draft);
    if (!id.success) throw new AppError("not_found");
    const view = await readDraftView(member, id.data, new Date());
    return NextResponse.json(view, { headers: { "Cache-Control": "no-store" } });
  } catch (error) {
    return answerError(error, { right: "team:read" });
  }
}
