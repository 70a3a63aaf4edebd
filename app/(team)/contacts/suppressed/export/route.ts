import { findMember } from "@/lib/auth/find-member";
import type { Member } from "@/lib/auth/member";
import { hasRight } from "@/lib/auth/rights";
import { answerError } from "@/lib/errors/answer-error";
import { AppError } from "@/lib/errors/app-error";
import { answerCsv } from "@/lib/files/out/answer-csv";
import { clientOf } from "@/lib/knocks/client-of";
import { toTemporal } from "@/lib/schedule/clock/to-temporal";
import { writeList } from "@/lib/suppressions/files/out/write-list";

export const dynamic = "force-dynamic";

/** The team's whole suppression list as a CSV file. */
export async function GET(request: Request) {
  let member: Member | null = null;
  try {
    member = await findMember();
    if (!member) throw new AppError("signed_out");
    if (!hasRight(member.role, "contacts:edit")) throw new AppError("forbidden");
    const day = toTemporal(new Date()).toZonedDateTimeISO(member.timezone).toPlainDate().toString();
    return await answerCsv(`Suppressed, ${member.teamName}, ${day}.csv`, writeList(member));
  } catch (error) {
    return answerError(
      error,
      { route: "contacts/suppressed/export", right: "contacts:edit" },
      { member, client: clientOf(request.headers) },
    );
  }
}
