import { z } from "zod";
import { writeThreads } from "@/lib/answers/export/write-threads";
import { findMember } from "@/lib/auth/find-member";
import type { Member } from "@/lib/auth/member";
import { hasRight } from "@/lib/auth/rights";
import { answerError } from "@/lib/errors/answer-error";
import { AppError } from "@/lib/errors/app-error";
import { answerCsv } from "@/lib/files/out/answer-csv";
import { clientOf } from "@/lib/knocks/client-of";
import { toTemporal } from "@/lib/schedule/clock/to-temporal";
import { type ThreadFilter, threadFilters } from "@/lib/threads/thread";

export const dynamic = "force-dynamic";

const asked = z.object({ show: z.enum(threadFilters).default("todo"), mailbox: z.uuid().nullable() });
const names: Record<ThreadFilter, string> = {
  todo: "to do",
  mine: "mine",
  waiting: "waiting for them",
  snoozed: "snoozed",
  done: "done",
  other: "other mail",
};

/** All that stands under a filter of Replies as a CSV file: `?show=` the filter, `&mailbox=` one mailbox alone. */
export async function GET(request: Request) {
  let member: Member | null = null;
  try {
    member = await findMember();
    if (!member) throw new AppError("signed_out");
    if (!hasRight(member.role, "contacts:edit")) throw new AppError("forbidden");
    const { searchParams } = new URL(request.url);
    const input = asked.safeParse({ show: searchParams.get("show") ?? undefined, mailbox: searchParams.get("mailbox") });
    if (!input.success) throw new AppError("invalid", "This is no list of replies. Open Replies again and export from there.");
    const { show: filter, mailbox: mailboxId } = input.data;
    const day = toTemporal(new Date()).toZonedDateTimeISO(member.timezone).toPlainDate().toString();
    return await answerCsv(
      `Replies, ${names[filter]}, ${member.teamName}, ${day}.csv`,
      writeThreads(member, { filter, mailboxId }),
    );
  } catch (error) {
    return answerError(error, { route: "threads/export", right: "contacts:edit" }, { member, client: clientOf(request.headers) });
  }
}
