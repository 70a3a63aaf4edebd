import { sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";
import { emit } from "../events/emit";

/** Tells the runs of a mailbox that wait for somebody while their slot has passed: what is late leaves as soon as the rules allow. */
export async function tellPassed(tx: TeamTransaction, teamId: string, senderAccountId: string, now: Date): Promise<void> {
  const at = sql`${now.toISOString()}::timestamptz`;
  const told = await readRows<{ id: string }>(
    tx,
    sql`update campaign_contacts c set run_due_at = ${at} where c.sender_account_id = ${senderAccountId} and c.run_id is not null and c.run_due_at is null
          and exists (select 1 from scheduled_emails e where e.campaign_contact_id = c.id and e.status = 'pending' and e.scheduled_for <= ${at}) returning c.id`,
  );
  await emit(
    tx,
    "campaign/contact.changed",
    told.map(({ id }) => ({ eventId: `passed:${id}:${now.getTime()}`, data: { teamId, campaignContactId: id } })),
  );
}
