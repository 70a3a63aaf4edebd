import { NextResponse } from "next/server";
import { z } from "zod";
import { findMember } from "@/lib/auth/find-member";
import type { Member } from "@/lib/auth/member";
import { answerError } from "@/lib/errors/answer-error";
import { AppError } from "@/lib/errors/app-error";
import { clientOf } from "@/lib/knocks/client-of";
import { listThreads } from "@/lib/threads/list-threads";
import { threadFilters } from "@/lib/threads/thread";

export const dynamic = "force-dynamic";

const asked = z.object({
  show: z.enum(threadFilters).default("todo"),
  mailbox: z.uuid().nullable(),
  after: z.string().max(300).nullable(),
});

/** One page of the list of replies: `?show=` a filter, `&mailbox=` one mailbox alone, `&after=` what the page before gave as `next`. */
export async function GET(request: Request) {
  let member: Member | null = null;
  try {
    member = await findMember();
    if (!member) throw new AppError("signed_out");
    const { searchParams } = new URL(request.url);
    const input = asked.safeParse({
      show: searchParams.get("show") ?? undefined,
      mailbox: searchParams.get("mailbox"),
      after: searchParams.get("after"),
    });
    if (!input.success) throw new AppError("invalid", "This is no list of replies. Open Replies again; nothing was changed.");
    const { show: filter, mailbox: mailboxId, after } = input.data;
    const list = await listThreads(member, { filter, mailboxId, after }, new Date());
    return NextResponse.json(list, { headers: { "Cache-Control": "no-store" } });
  } catch (error) {
    return answerError(error, { route: "threads", right: "team:read" }, { member, client: clientOf(request.headers) });
  }
}
