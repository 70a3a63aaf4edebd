import { sql } from "drizzle-orm";
import { anyOf } from "@/db/access/any-of";
import { readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";
import { openStatuses, unsettled } from "@/db/schema/words";

/** Finishes a running campaign in which nobody is open and nothing is in doubt. @returns whether it is finished by this. */
export async function finishCampaign(tx: TeamTransaction, campaignId: string, now: Date): Promise<boolean> {
  const rows = await readRows<{ id: string }>(
    tx,
    sql`update campaigns c set status = 'completed', completed_at = ${now.toISOString()}::timestamptz, updated_at = ${now.toISOString()}::timestamptz
        where c.id = ${campaignId} and c.status = 'active'
          and exists (select 1 from campaign_contacts x where x.campaign_id = c.id)
          and not exists (select 1 from campaign_contacts x where x.campaign_id = c.id and x.status in ${anyOf(openStatuses)})
          and not exists (select 1 from deliveries v where v.campaign_id = c.id and v.state in ${anyOf(unsettled)})
        returning c.id`,
  );
  return rows.length > 0;
}
