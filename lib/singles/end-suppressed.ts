import { type SQL, sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";
import { endSingles } from "./end-singles";

/**
 * Ends every open mail without a campaign to these people, because they are suppressed: what was planned is not, and a draft is signed no more.
 * @param only a condition on `h`, the rows of single_mails, where an address is suppressed and no person. @returns how many it ended by this.
 */
export async function endSuppressed(
  tx: TeamTransaction,
  memberId: string | null,
  contactIds: string[],
  now: Date,
  only: SQL = sql`true`,
): Promise<number> {
  const open = await readRows<{ id: string; draftId: string }>(
    tx,
    sql`select h.id, h.draft_id as "draftId" from single_mails h
        where h.contact_id = any(${sql.param(contactIds)}::uuid[]) and h.ended_reason is null and ${only}`,
  );
  if (open.length === 0) return 0;
  // In one order for all, before the rows that hang on them.
  const drafts = sql.param(open.map(({ draftId }) => draftId));
  await tx.execute(sql`select 1 from email_drafts d where d.id = any(${drafts}::uuid[]) order by d.id for no key update`);
  return endSingles(
    tx,
    memberId,
    open.map(({ id }) => id),
    "suppressed",
    now,
  );
}
