import { sql } from "drizzle-orm";
import type { TeamTransaction } from "@/db/access/with-team";

/**
 * Locks what is open of these people's mails without a campaign: drafts, then their rows in the ledger, each in the order in which everybody takes them,
 * and before any enrolment.
 */
export async function lockSingles(tx: TeamTransaction, contactIds: string[]): Promise<void> {
  const open = sql`(select h.draft_id from single_mails h where h.contact_id = any(${sql.param(contactIds)}::uuid[]) and h.ended_reason is null)`;
  await tx.execute(sql`select 1 from email_drafts d where d.id in ${open} order by d.id for update`);
  await tx.execute(sql`select 1 from deliveries v where v.draft_id in ${open} order by v.draft_id for update`);
}
