import { NextResponse } from "next/server";
import { z } from "zod";
import { findMember } from "@/lib/auth/find-member";
import { answerError } from "@/lib/errors/answer-error";
import { AppError } from "@/lib/errors/app-error";
import { readWholeText } from "@/lib/replies/unplaced/read-whole-text";

export const dynamic = "force-dynamic";

/** The whole text of a message, from its mailbox: a page shows what is kept of it until this comes. */
export async function GET(_: Request, { params }: { params: Promise<{ message: string }> }) {
  try {
    const member = await findMember();
    if (!member) throw new AppError("signed_out");
    const id = z.uuid().safeParse((await params).message);
    if (!id.success) throw new AppError("not_found");
    return NextResponse.json(await readWholeText(member, id.data), { headers: { "Cache-Control": "no-store" } });
  } catch (error) {
    return answerError(error, { right: "team:read" });
  }
}
