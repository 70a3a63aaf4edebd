import { sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";
import { backToDrafts } from "../../drafts/back-to-drafts";

/**
 * What was written to these people by hand and signed before they wrote goes back to Review: whoever signed did not know their answer. A mail
 * that was handed over, or has left, stays as it is.
 */
export async function reviewAgain(tx: TeamTransaction, teamId: string, contactIds: string[], now: Date): Promise<void> {
  const signed = await readRows<{ id: string }>(
    tx,
    sql`select h.draft_id as id from single_mails h
        where h.contact_id = any(${sql.param(contactIds)}::uuid[]) and h.ended_reason is null
          and exists (select 1 from signatures g where g.draft_id = h.draft_id and g.voided_at is null) order by 1`,
  );
  const ids = signed.map(({ id }) => id);
  await backToDrafts(tx, { teamId, memberId: null }, ids, "They wrote since it was signed", now);
}
