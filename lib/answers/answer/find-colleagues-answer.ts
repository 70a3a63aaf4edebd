import { sql } from "drizzle-orm";
import { instantOf, readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";
import type { ThreadRow } from "../../threads/thread-row";
import type { ColleaguesAnswer } from "../thread-view";

/**
 * What somebody else of the team has signed to the person of a thread since they wrote last, from its mailbox, wherever it was written: one that has left,
 * or that leaves. Null where there is none. What somebody signed themselves they know of.
 */
export async function findColleaguesAnswer(
  tx: TeamTransaction,
  memberId: string,
  { contactId, senderAccountId, lastInAt }: Pick<ThreadRow, "contactId" | "senderAccountId" | "lastInAt">,
): Promise<ColleaguesAnswer | null> {
  const [row] = await readRows<{ draftId: string; by: string; at: string }>(
    tx,
    sql`select d.id as "draftId", b.name as by, g.signed_at as at
        from single_mails h join email_drafts d on d.id = h.draft_id join signatures g on g.draft_id = d.id and g.voided_at is null
          join members b on b.id = g.signed_by
        where h.contact_id = ${contactId} and d.sender_account_id = ${senderAccountId} and (h.ended_reason is null or h.ended_reason = 'sent')
          and g.signed_by <> ${memberId}::uuid and g.signed_at >= ${lastInAt.toISOString()}::timestamptz
        order by g.signed_at desc, g.id limit 1`,
  );
  return row ? { draftId: row.draftId, by: row.by, at: instantOf(row.at).toISOString() } : null;
}
