import { NextResponse } from "next/server";
import { oneText } from "@/app/ui/address/one-text";
import { findMember } from "@/lib/auth/find-member";
import { isOwnPage } from "@/lib/auth/is-own-page";
import type { Member } from "@/lib/auth/member";
import { hasRight } from "@/lib/auth/rights";
import { answerError } from "@/lib/errors/answer-error";
import { AppError } from "@/lib/errors/app-error";
import { clientOf } from "@/lib/knocks/client-of";
import { letThrough } from "@/lib/knocks/let-through";
import { openUpload } from "@/lib/uploads/open-upload";

export const dynamic = "force-dynamic";

/** Takes a file as the body of the request and reads it while it comes. `?name=` is the file's name. Answers with the upload's id. */
export async function POST(request: Request) {
  let member: Member | null = null;
  try {
    member = await findMember();
    if (!member) throw new AppError("signed_out");
    if (!isOwnPage(request)) throw new AppError("forbidden");
    if (!hasRight(member.role, "contacts:edit")) throw new AppError("forbidden");
    if (!request.body) throw new AppError("invalid", "The file is empty. Nothing was kept.");
    const name = oneText(new URL(request.url).searchParams.get("name") ?? undefined)?.trim() || "contacts.csv";
    await letThrough("upload", member, new Date());
    const id = await openUpload(member, name, request.body as unknown as AsyncIterable<Uint8Array>, new Date());
    return NextResponse.json({ id });
  } catch (error) {
    const aborted = error instanceof Error && (error.name === "AbortError" || error.name === "ResponseAborted");
    return answerError(
      aborted ? new AppError("invalid", "The upload was cut off. Nothing was kept; choose the file again.") : error,
      { route: "uploads", right: "contacts:edit" },
      { member, client: clientOf(request.headers) },
    );
  }
}
