import { NextResponse } from "next/server";
import { z } from "zod";
import { findMember } from "@/lib/auth/find-member";
import { readDraftView } from "@/lib/drafts/review/read-draft-view";
import { AppError } from "@/lib/errors/app-error";
import { describeError } from "@/lib/errors/describe-error";

export const dynamic = "force-dynamic";

const statusOf: Record<string, number> = { signed_out: 401, not_found: 404, unexpected: 500, unavailable: 503 };

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
    const described = describeError(error, { right: "team:read" });
    return NextResponse.json({ error: described }, { status: statusOf[described.code] ?? 400 });
  }
}
