import { z } from "zod";
import { findMember } from "@/lib/auth/find-member";
import type { Member } from "@/lib/auth/member";
import { hasRight } from "@/lib/auth/rights";
import { answerError } from "@/lib/errors/answer-error";
import { AppError } from "@/lib/errors/app-error";
import { answerCsv } from "@/lib/files/out/answer-csv";
import { clientOf } from "@/lib/knocks/client-of";

/** Answers with the lines of a file that were refused, each with why, as a CSV file. @param write gives it in pieces. */
export function answerRefused(route: string, name: string, write: (member: Member, id: string) => AsyncGenerator<string>) {
  return async (request: Request, { params }: { params: Promise<{ id: string }> }) => {
    let member: Member | null = null;
    try {
      member = await findMember();
      if (!member) throw new AppError("signed_out");
      if (!hasRight(member.role, "contacts:edit")) throw new AppError("forbidden");
      const { id } = await params;
      if (!z.uuid().safeParse(id).success) throw new AppError("not_found");
      return await answerCsv(name, write(member, id));
    } catch (error) {
      return answerError(error, { route, right: "contacts:edit" }, { member, client: clientOf(request.headers) });
    }
  };
}
