import { z } from "zod";
import { writeResults } from "@/lib/analytics/results/write-results";
import { findMember } from "@/lib/auth/find-member";
import type { Member } from "@/lib/auth/member";
import { hasRight } from "@/lib/auth/rights";
import { readCampaignHead } from "@/lib/campaigns/read/read-campaign";
import { answerError } from "@/lib/errors/answer-error";
import { AppError } from "@/lib/errors/app-error";
import { answerCsv } from "@/lib/files/out/answer-csv";
import { clientOf } from "@/lib/knocks/client-of";
import { toTemporal } from "@/lib/schedule/clock/to-temporal";

export const dynamic = "force-dynamic";

/** What became of everybody of a campaign, as a CSV file. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }) {
  let member: Member | null = null;
  try {
    member = await findMember();
    if (!member) throw new AppError("signed_out");
    if (!hasRight(member.role, "contacts:edit")) throw new AppError("forbidden");
    const id = z.uuid().safeParse((await params).id);
    if (!id.success) throw new AppError("not_found");
    const { name } = await readCampaignHead(member, id.data);
    const day = toTemporal(new Date()).toZonedDateTimeISO(member.timezone).toPlainDate().toString();
    return await answerCsv(`${name}, results, ${day}.csv`, writeResults(member, id.data));
  } catch (error) {
    return answerError(
      error,
      { route: "campaigns/:id/export", right: "contacts:edit" },
      { member, client: clientOf(request.headers) },
    );
  }
}
