import { z } from "zod";
import { findMember } from "@/lib/auth/find-member";
import type { Member } from "@/lib/auth/member";
import { hasRight } from "@/lib/auth/rights";
import { answerError } from "@/lib/errors/answer-error";
import { AppError } from "@/lib/errors/app-error";
import { clientOf } from "@/lib/knocks/client-of";
import { answerCsv } from "@/lib/suppressions/files/out/answer-csv";
import { writeRefused } from "@/lib/suppressions/files/out/write-refused";

export const dynamic = "force-dynamic";

/** All lines of a file that are no entry, each with why, as a CSV file. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }) {
  let member: Member | null = null;
  try {
    member = await findMember();
    if (!member) throw new AppError("signed_out");
    if (!hasRight(member.role, "contacts:edit")) throw new AppError("forbidden");
    const { id } = await params;
    if (!z.uuid().safeParse(id).success) throw new AppError("not_found");
    return await answerCsv("Refused lines.csv", writeRefused(member, id));
  } catch (error) {
    return answerError(
      error,
      { route: "contacts/suppressed/file/:id/refused", right: "contacts:edit" },
      { member, client: clientOf(request.headers) },
    );
  }
}
