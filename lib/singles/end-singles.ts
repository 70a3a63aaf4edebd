import { and, isNull, sql } from "drizzle-orm";
import type { TeamTransaction } from "@/db/access/with-team";
import { singleMails } from "@/db/schema/letters";
import type { SingleEnd } from "@/db/schema/words";
import { takeBackSlots } from "../slots/take-back-slots";

/**
 * Ends mails without a campaign: nothing more comes of them, and their runs find that out. One already handed to Exchange stays in the
 * ledger and is settled there. @returns how many it ended by this.
 */
export async function endSingles(
  tx: TeamTransaction,
  memberId: string | null,
  singleMailIds: string[],
  reason: SingleEnd,
  now: Date,
): Promise<number> {
  if (singleMailIds.length === 0) return 0;
  const ids = sql`any(${sql.param(singleMailIds)}::uuid[])`;
  await takeBackSlots(tx, sql`e.draft_id in (select h.draft_id from single_mails h where h.id = ${ids})`, reason);
  const ended = await tx
    .update(singleMails)
    .set({ endedReason: reason, endedAt: now, endedBy: memberId, runId: null, waitReason: null, nextAt: null })
    .where(and(sql`${singleMails.id} = ${ids}`, isNull(singleMails.endedReason)))
    .returning({ id: singleMails.id });
  return ended.length;
}
