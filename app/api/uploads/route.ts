import { NextResponse } from "next/server";
import { oneText } from "@/app/ui/address/one-text";
import { findMember } from "@/lib/auth/find-member";
import { hasRight } from "@/lib/auth/rights";
import { env } from "@/lib/env/env";
import { AppError } from "@/lib/errors/app-error";
import { describeError } from "@/lib/errors/describe-error";
import { stageUpload } from "@/lib/uploads/stage-upload";

export const dynamic = "force-dynamic";

const statusOf: Record<string, number> = { signed_out: 401, forbidden: 403, too_large: 413, unexpected: 500, unavailable: 503 };

/** Takes a file as the body of the request and reads it while it comes. `?name=` is the file's name. Answers with the upload's id. */
export async function POST(request: Request) {
  try {
    const member = await findMember();
    if (!member) throw new AppError("signed_out");
    if (!isOwnPage(request)) throw new AppError("forbidden");
    if (!hasRight(member.role, "contacts:edit")) throw new AppError("forbidden");
    if (!request.body) throw new AppError("invalid", "The file is empty. Nothing was kept.");
    const name = oneText(new URL(request.url).searchParams.get("name") ?? undefined)?.trim() || "contacts.csv";
    const scope = { teamId: member.teamId, memberId: member.memberId };
    const id = await stageUpload(scope, name, request.body as unknown as AsyncIterable<Uint8Array>, new Date());
    return NextResponse.json({ id });
  } catch (error) {
    const aborted = error instanceof Error && (error.name === "AbortError" || error.name === "ResponseAborted");
    const described = describeError(
      aborted ? new AppError("invalid", "The upload was cut off. Nothing was kept; choose the file again.") : error,
      { right: "contacts:edit" },
    );
    return NextResponse.json({ error: described }, { status: statusOf[described.code] ?? 400 });
  }
}

/** Only our own pages may send files in somebody's name. Under our referrer policy the origin of a request is `null`. */
function isOwnPage(request: Request): boolean {
  const site = request.headers.get("sec-fetch-site");
  return site ? site === "same-origin" : request.headers.get("origin") === new URL(env().APP_URL).origin;
}
