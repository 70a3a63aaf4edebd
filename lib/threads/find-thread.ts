import { eq } from "drizzle-orm";
import type { TeamTransaction } from "@/db/access/with-team";
import { replyThreads } from "@/db/schema/threads";
import { AppError } from "../errors/app-error";
import type { ThreadRow } from "./thread-row";

/** A thread of the team, not held: it may change before this transaction ends. @throws AppError "not_found". */
export async function findThread(tx: TeamTransaction, threadId: string): Promise<ThreadRow> {
  const [thread] = await tx.select().from(replyThreads).where(eq(replyThreads.id, threadId));
  if (!thread) throw new AppError("not_found");
  return thread;
}
