import { NextResponse } from "next/server";
import { z } from "zod";
import { findMember } from "@/lib/auth/find-member";
import type { Member } from "@/lib/auth/member";
import { answerError } from "@/lib/errors/answer-error";
import { AppError } from "@/lib/errors/app-error";
import { clientOf } from "@/lib/knocks/client-of";
import { textOfHtml } from "@/lib/mail/text-of-html";
import { readReceivedLetter } from "@/lib/received/read-received-letter";

export const dynamic = "force-dynamic";

/** A received letter, safe to be shown, and its words as plain text: a page shows what is kept of it until this comes. */
export async function GET(request: Request, { params }: { params: Promise<{ message: string }> }) {
  let member: Member | null = null;
  try {
    member = await findMember();
    if (!member) throw new AppError("signed_out");
    const id = z.uuid().safeParse((await params).message);
    if (!id.success) throw new AppError("not_found");
    const letter = await readReceivedLetter(member, id.data, { images: false }, new Date());
    const text = textOfHtml(`${letter.words}<br><br>${letter.quote ?? ""}`);
    return NextResponse.json({ ...letter, text }, { headers: { "Cache-Control": "no-store" } });
  } catch (error) {
    return answerError(error, { route: "messages/:message", right: "team:read" }, { member, client: clientOf(request.headers) });
  }
}
