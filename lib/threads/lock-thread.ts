import { eq } from "drizzle-orm";
import type { TeamTransaction } from "@/db/access/with-team";
import { replyThreads } from "@/db/schema/threads";
import { AppError } from "../errors/app-error";
import type { Stand } from "./stand";
import type { ThreadRow } from "./thread-row";

export type LockedThread = { row: ThreadRow; stand: Stand };

/**
 * Holds a thread until the transaction ends, so that of two acts at once the second sees what the first has done. Who only points to it, as a letter or
 * whoever has it open does, is not held up. @throws AppError "not_found".
 */
export async function lockThread(tx: TeamTransaction, threadId: string): Promise<LockedThread> {
  const [row] = await tx.select().from(replyThreads).where(eq(replyThreads.id, threadId)).for("no key update");
  if (!row) throw new AppError("not_found");
  const { state, assignedTo, snoozedUntil, version } = row;
  return { row, stand: { state, assignedTo, snoozedUntil: snoozedUntil?.toISOString() ?? null, version } };
}
