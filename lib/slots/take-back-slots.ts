import { type SQL, sql } from "drizzle-orm";
import { anyOf } from "@/db/access/any-of";
import { readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";
import { withExchange } from "@/db/schema/words";

/**
 * Takes pending slots back; the drafts stay signed and wait for another slot. A mail that Exchange has, or may have, keeps its
 * slot until the ledger settles it.
 * @param where a condition on `e`, the rows of scheduled_emails.
 * @returns the contacts of campaigns whose slot was taken back.
 */
export async function takeBackSlots(tx: TeamTransaction, where: SQL, reason: string): Promise<string[]> {
  const free = sql`e.status = 'pending' and ${where}
            and not exists (select 1 from deliveries v where v.draft_id = e.draft_id and v.state in ${anyOf(withExchange)})`;
  // The draft before its slot, and many in this order, as whoever takes signatures back has them: else the two wait for each other.
  await tx.execute(
    sql`select 1 from email_drafts d where d.id in (select e.draft_id from scheduled_emails e where ${free}) order by d.id for no key update`,
  );
  const rows = await readRows<{ contact: string | null }>(
    tx,
    sql`with taken as (
          update scheduled_emails e set status = 'cancelled', cancel_reason = ${reason} where ${free}
          returning e.draft_id, e.campaign_contact_id
        ), freed as (
          update email_drafts d set status = 'approved' from taken t where d.id = t.draft_id and d.status = 'scheduled'
        ) select campaign_contact_id as contact from taken`,
  );
  return rows.flatMap((row) => row.contact ?? []);
}
