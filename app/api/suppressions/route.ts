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
import { stageFile } from "@/lib/suppressions/files/stage-file";

export const dynamic = "force-dynamic";

/** What browsers call a file with lines of text: by its name, and Windows asks Excel. */
const texts = /^(text\/[\w.+-]+|application\/(csv|x-csv|vnd\.ms-excel|octet-stream))\s*(;|$)/;

/**
 * Takes a file of suppressions as the body of the request and reads it while it comes; nothing is suppressed by it. `?name=` is the file's name,
 * `?column=` the column of the entries, from 0, where a person chose it. Answers with the file's id.
 */
export async function POST(request: Request) {
  let member: Member | null = null;
  try {
    member = await findMember();
    if (!member) throw new AppError("signed_out");
    if (!isOwnPage(request)) throw new AppError("forbidden");
    if (!hasRight(member.role, "contacts:edit")) throw new AppError("forbidden");
    const type = request.headers.get("content-type");
    if (type && !texts.test(type.toLowerCase()))
      throw new AppError("invalid", "This is no file of text. Save the list as CSV and choose that file. Nothing was kept.");
    if (!request.body) throw new AppError("invalid", "The file is empty. Nothing was kept.");
    const search = new URL(request.url).searchParams;
    const name = oneText(search.get("name") ?? undefined)?.trim() || "suppressions.csv";
    const column = /^\d{1,3}$/.test(search.get("column") ?? "") ? Number(search.get("column")) : null;
    await letThrough("upload", member, new Date());
    const bytes = request.body as unknown as AsyncIterable<Uint8Array>;
    return NextResponse.json({ id: await stageFile(member, { name, column }, bytes, new Date()) });
  } catch (error) {
    const aborted = error instanceof Error && (error.name === "AbortError" || error.name === "ResponseAborted");
    return answerError(
      aborted ? new AppError("invalid", "The upload was cut off. Nothing was kept; choose the file again.") : error,
      { route: "suppressions", right: "contacts:edit" },
      { member, client: clientOf(request.headers) },
    );
  }
}
