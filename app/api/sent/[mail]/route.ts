import { NextResponse } from "next/server";
import { z } from "zod";
import { findMember } from "@/lib/auth/find-member";
import type { Member } from "@/lib/auth/member";
import { openSentMail } from "@/lib/contacts/open-sent-mail";
import { answerError } from "@/lib/errors/answer-error";
import { AppError } from "@/lib/errors/app-error";
import { clientOf } from "@/lib/knocks/client-of";

export const dynamic = "force-dynamic";

/** One mail that left, whole: a contact's page asks for it when somebody opens it. */
export async function GET(request: Request, { params }: { params: Promise<{ mail: string }> }) {
  let member: Member | null = null;
  try {
    member = await findMember();
    if (!member) throw new AppError("signed_out");
    const id = z.uuid().safeParse((await params).mail);
    if (!id.success) throw new AppError("not_found");
    return NextResponse.json(await openSentMail(member, id.data), { headers: { "Cache-Control": "no-store" } });
  } catch (error) {
    return answerError(error, { route: "sent/:mail", right: "team:read" }, { member, client: clientOf(request.headers) });
  }
}
